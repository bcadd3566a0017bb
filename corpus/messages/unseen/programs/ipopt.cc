#include <coin/IpIpoptApplication.hpp>
#include <coin/IpTNLP.hpp>
#include <cmath>
using namespace Ipopt;
struct P: TNLP {
 bool get_nlp_info(Index&n,Index&m,Index&j,Index&h,IndexStyleEnum&s) override {n=4;m=2;j=8;h=0;s=C_STYLE;return true;}
 bool get_bounds_info(Index n,Number*l,Number*u,Index m,Number*gl,Number*gu) override {for(int i=0;i<n;i++){l[i]=1;u[i]=5;}gl[0]=25;gu[0]=2e19;gl[1]=gu[1]=40;return true;}
 bool get_starting_point(Index n,bool,Number*x,bool,Number*,Number*,Index,bool,Number*) override {x[0]=1.1;x[1]=4.7;x[2]=4.9;x[3]=1.2;return true;}
 bool eval_f(Index,const Number*x,bool,Number&f) override {f=x[0]*x[3]*(x[0]+x[1]+x[2])+x[2];return true;}
 bool eval_grad_f(Index,const Number*x,bool,Number*g) override {g[0]=x[0]*x[3]+x[3]*(x[0]+x[1]+x[2]);g[1]=x[0]*x[3];g[2]=x[0]*x[3];g[3]=x[0]*(x[0]+x[1]+x[2]);return true;}
 bool eval_g(Index,const Number*x,bool,Index,Number*g) override {g[0]=x[0]*x[1]*x[2]*x[3];g[1]=x[0]*x[0]+x[1]*x[1]+x[2]*x[2]+x[3]*x[3];return true;}
 bool eval_jac_g(Index,const Number*x,bool,Index,Index,Index*r,Index*c,Number*v) override { if(!v){int k=0;for(int i=0;i<2;i++)for(int j=0;j<4;j++){r[k]=i;c[k++]=j;}} else {v[0]=x[1]*x[2]*x[3];v[1]=x[0]*x[2]*x[3];v[2]=x[0]*x[1]*x[3];v[3]=x[0]*x[1]*x[2];for(int j=0;j<4;j++)v[4+j]=x[j];}return true;}
 void finalize_solution(SolverReturn,Index,const Number*,const Number*,const Number*,Index,const Number*,const Number*,Number,const IpoptData*,IpoptCalculatedQuantities*) override{}
};
int main(int c,char**v){SmartPtr<IpoptApplication> a=IpoptApplicationFactory();a->Options()->SetStringValue("derivative_test","first-order");a->Options()->SetStringValue("hessian_approximation","limited-memory");if(c>1)a->Options()->SetStringValue("derivative_test_print_all","yes");a->Options()->SetIntegerValue("max_iter",0);a->Initialize();a->OptimizeTNLP(new P);}
