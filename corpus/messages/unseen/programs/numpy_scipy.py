import numpy as np, traceback, sys
from scipy.optimize import check_grad, approx_fprime
from scipy.optimize._numdiff import check_derivative
rng=np.random.default_rng(8)
def run(name, fn):
    try: fn(); out='passed'
    except Exception: out=traceback.format_exc()
    open(name+'.txt','w').write(out)
def num(f,x,h=1e-6):
    g=np.zeros_like(x)
    for i in np.ndindex(x.shape):
        d=np.zeros_like(x); d[i]=h; g[i]=(f(x+d)-f(x-d))/(2*h)
    return g
X=rng.normal(size=(8,3)); y=rng.integers(0,4,8); W=rng.normal(size=(3,4))
def loss(W):
    s=X@W; s=s-s.max(1,keepdims=True); return np.mean(np.log(np.exp(s).sum(1))-s[np.arange(8),y])
def grad(W):
    s=X@W; p=np.exp(s-s.max(1,keepdims=True)); p/=p.sum(1,keepdims=True); p[np.arange(8),y]-=1; return X.T@p/8
run('numpy124-softmax-not-averaged', lambda: np.testing.assert_allclose(8*grad(W), num(loss,W), rtol=1e-5))
run('numpy124-softmax-rows-reversed', lambda: np.testing.assert_allclose(grad(W)[::-1], num(loss,W), rtol=1e-5, err_msg='dW'))
run('numpy124-almost-equal-columns-swapped', lambda: np.testing.assert_array_almost_equal(grad(W)[:,[1,0,2,3]], num(loss,W), 6))
B=rng.normal(size=(40,30)); 
def big():
    n=2*B+1e-9*rng.normal(size=B.shape); a=2*B; a[:,0]=0; np.testing.assert_allclose(a,n,rtol=1e-6)
run('numpy124-large-first-column-zero', big)
h16=lambda v: np.asarray(v,np.float16)
def half():
    x=rng.normal(size=12); a=h16(np.sin(x)*3); n=h16(np.sin(x)*3*(1+4e-4*rng.normal(size=12))); np.testing.assert_allclose(a,n,rtol=1e-4)
run('numpy124-float16-kernel', half)
# scipy
f=lambda w: np.sum(np.log1p(np.exp(-(X@w)*(2*(y%2)-1))))
g=lambda w: -X.T@((2*(y%2)-1)/(1+np.exp((X@w)*(2*(y%2)-1))))
w=rng.normal(size=3)
open('scipy-check-grad-right.txt','w').write('>>> check_grad(f, g, w)\n'+repr(check_grad(f,g,w))+'\n')
open('scipy-check-derivative-wrong.txt','w').write('>>> check_derivative(f, lambda w: 2 * g(w), w)\n'+repr(check_derivative(f,lambda w:2*g(w),w))+'\n')
open('scipy-approx-fprime-right.txt','w').write('analytic: '+str(g(w))+'\nnumeric:  '+str(approx_fprime(w,f,1e-8))+'\n')
open('scipy-approx-fprime-first-element.txt','w').write('my_grad '+str(g(w)*[0,1,1])+'\napprox_fprime '+str(approx_fprime(w,f,1.5e-8))+'\n')
# cs231n
def sparse(f,x,a,h=1e-5,k=8):
    out=''
    r=np.random.RandomState(1)
    for i in range(k):
        ix=tuple([r.randint(m) for m in x.shape]); o=x[ix]; x[ix]=o+h; p=f(x); x[ix]=o-h; q=f(x); x[ix]=o
        n=(p-q)/(2*h); ag=a[ix]; rel=abs(n-ag)/(abs(n)+abs(ag)); out+='numerical: %f analytic: %f, relative error: %e\n'%(n,ag,rel)
    return out
reg=0.1
lossr=lambda W: loss(W)+reg*np.sum(W*W)
open('cs231n-regularisation-halved.txt','w').write(sparse(lossr,W,grad(W)+reg*W))
open('cs231n-right.txt','w').write(sparse(lossr,W,grad(W)+2*reg*W))
# affine layer errors
open('cs231n-layer-errors-db-factor.txt','w').write('Testing affine_backward function:\ndx error:  %.16g\ndw error:  %.16g\ndb error:  %.16g\n'%(1.0908199508708189e-10,2.1752635504596857e-10,9/11))
# deeplearning.ai
def dl(fac1,fac2):
    r=np.random.RandomState(2); t=r.randn(20); n=t*(1+1e-8*r.randn(20)); a=t.copy(); a[:5]*=fac1; a[5:9]*=fac2
    return np.linalg.norm(n-a)/(np.linalg.norm(n)+np.linalg.norm(a))
open('deeplearning-ai-corrected-old-limit.txt','w').write('\x1b[93mThere is a mistake in the backward propagation! difference = %s\x1b[0m\n'%1.1890913024229996e-07)
open('deeplearning-ai-whole-factor-three.txt','w').write('\x1b[93mThere is a mistake in the backward propagation! difference = %s\x1b[0m\n'%dl3 if False else '\x1b[93mThere is a mistake in the backward propagation! difference = %s\x1b[0m\n'%0.49999999876543)
# json, csv
import json
a=grad(W); n=num(loss,W)
open('json-transposed-square.json','w').write(json.dumps({'finite_differences':(lambda S:S.tolist())(num(lambda v: np.sum(np.sin(v)*np.arange(9).reshape(3,3)),W[:, :3])), 'backprop':(np.cos(W[:,:3])*np.arange(9).reshape(3,3)).T.tolist()}))
with open('table-right-eight-digits.tsv','w') as fh:
    fh.write('name\tgrad\tfd\n')
    for i,(p,q) in enumerate(zip(a.ravel(),n.ravel())): fh.write(f'W[{i//4},{i%4}]\t{p:.8g}\t{q:.8g}\n')
with open('semicolon-degrees.csv','w') as fh:
    t=np.array([.3,1.1,-.6,2.2,.9]); fh.write('i;analytisch;numerisch\n')
    for i,v in enumerate(t): fh.write(f'{i};{np.cos(v):.6f};{np.cos(v)*np.pi/180:.6f}\n'.replace('.',','))
np.savez('npz-weights-offset.npz', analytic=a+.25, numeric=n)
