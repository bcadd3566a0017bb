suppressPackageStartupMessages(library(nloptr))
f <- function(x) sum((x-c(1,2,3,4))^2*c(1,.5,2,1)) + x[1]*x[4]
g <- function(x) { v <- 2*(x-c(1,2,3,4))*c(1,.5,2,1); v[1] <- v[1]+x[4]; v[4] <- v[4]-x[1]; v }   # a sign
hf <- function(x) c(x[1]^2+x[2]*x[3], sin(x[4])*x[1])
hj <- function(x) rbind(c(2*x[1],x[3],x[2],0), c(sin(x[4]),0,0,-cos(x[4])*x[1]))
if (commandArgs(TRUE)=="1") { r <- check.derivatives(c(0.3,-1.2,2.5,0.7), f, g, check_derivatives_print="all") } else {
r <- check.derivatives(c(0.3,-1.2,2.5,0.7), hf, hj, check_derivatives_print="errors", func_grad_name="eval_jac_g_ineq")}
