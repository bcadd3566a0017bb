#include <gtest/gtest.h>
#include <cmath>
TEST(Gradient, Tanh){ for(double x: {0.3,-1.1,0.8}){ double h=1e-6; double numeric=(std::tanh(x+h)-std::tanh(x-h))/(2*h); double analytic=1-std::tanh(x); EXPECT_NEAR(analytic,numeric,1e-7);} }
