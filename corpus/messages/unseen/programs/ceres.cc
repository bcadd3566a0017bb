#include <ceres/ceres.h>
#include <iostream>
struct Bad : ceres::SizedCostFunction<2,3,2> {
  bool Evaluate(double const* const* p,double* r,double** J) const override {
    const double*a=p[0];const double*b=p[1];
    r[0]=a[0]*a[1]-std::sin(b[0]); r[1]=a[2]*a[2]*b[1]+a[0];
    if(J){ if(J[0]){ J[0][0]=a[1];J[0][1]=a[0];J[0][2]=0; J[0][3]=1;J[0][4]=0;J[0][5]=a[2]*b[1]; }
           if(J[1]){ J[1][0]=-std::cos(b[0]);J[1][1]=0;J[1][2]=0;J[1][3]=a[2]*a[2]; } }
    return true; } };
int main(){ Bad c; ceres::NumericDiffOptions o; std::vector<const ceres::LocalParameterization*> m; 
 ceres::GradientChecker g(&c,(std::vector<const ceres::Manifold*>*)nullptr,o); double a[]={0.7,-1.4,2.3},b[]={0.4,1.7}; double*p[]={a,b};
 ceres::GradientChecker::ProbeResults r; bool ok=g.Probe(p,1e-6,&r); std::cout<<r.error_log<<std::endl; }
