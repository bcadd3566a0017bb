library(numDeriv)
f <- function(w) sum(log1p(exp(-c(1,-1,1,-1,1,1)*as.vector(matrix(c(.3,1.2,-.7,.5,2.1,-1.4, 1,.2,-.4,.9,-1.1,.6, -.8,.1,.3,1.5,-.2,.7),6)%*%w))))
X <- matrix(c(.3,1.2,-.7,.5,2.1,-1.4, 1,.2,-.4,.9,-1.1,.6, -.8,.1,.3,1.5,-.2,.7),6); y <- c(1,-1,1,-1,1,1)
g <- function(w) { m <- as.vector(y*(X%*%w)); as.vector(-t(X)%*%(y/(1+exp(m))))/6 }
w <- c(.4,-.3,.9)
sink("r-numderiv-over-n.txt"); cat("> grad(f, w)\n"); print(grad(f,w)); cat("> g(w)\n"); print(g(w)); sink()
sink("r-cbind-right.txt"); cat("> cbind(analytic = 6 * g(w), numeric = grad(f, w))\n"); print(cbind(analytic=6*g(w), numeric=grad(f,w))); sink()
if (require(optimx)) {
sink("optimx-grchk-last-element.txt"); fr <- function(x) 100*(x[2]-x[1]^2)^2+(1-x[1])^2+ (x[3]-2)^4
gr <- function(x) c(-400*x[1]*(x[2]-x[1]^2)-2*(1-x[1]), 200*(x[2]-x[1]^2), 4*(x[3]-2)^2)
print(grchk(c(-1.2,1,.5), fr, gr, trace=2)); sink() }
