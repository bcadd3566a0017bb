import torch, traceback, sys, warnings
warnings.simplefilter('ignore')
from torch.autograd import gradcheck, gradgradcheck, Function
torch.manual_seed(4)
def run(name, fn):
    try:
        fn(); out='passed'
    except Exception:
        out=traceback.format_exc()
    open(name+'.txt','w').write(out)
D=torch.double
class Norm(Function):
    @staticmethod
    def forward(c,x):
        m=x.mean(1,keepdim=True); s=x.std(1,keepdim=True,unbiased=False)
        y=(x-m)/s; c.save_for_backward(y,s); return y
    @staticmethod
    def backward(c,g):
        y,s=c.saved_tensors
        return (g-g.mean(1,keepdim=True))/s   # the term with y is missing
run('torch-layernorm-term-missing', lambda: gradcheck(Norm.apply,(torch.randn(2,4,dtype=D,requires_grad=True),)))
class Lin(Function):
    @staticmethod
    def forward(c,x,w,b):
        c.save_for_backward(x,w); return (x@w.t()+b)
    @staticmethod
    def backward(c,g):
        x,w=c.saved_tensors
        return g@w, g.t()@x, g.mean(0)   # mean in place of sum
run('torch-linear-bias-mean', lambda: gradcheck(lambda x,w,b: Lin.apply(x,w,b).pow(2).sum(), (torch.randn(5,3,dtype=D,requires_grad=True),torch.randn(2,3,dtype=D,requires_grad=True),torch.randn(2,dtype=D,requires_grad=True))))
run('torch-float32-right', lambda: gradcheck(lambda x: (x.sin()*x.exp()).sum(), (torch.randn(8,requires_grad=True),)))
run('torch-relu-at-zero', lambda: gradcheck(torch.relu,(torch.tensor([1.5,0.,-0.7,0.],dtype=D,requires_grad=True),)))
class Cx(Function):
    @staticmethod
    def forward(c,z):
        c.save_for_backward(z); return z*z*z
    @staticmethod
    def backward(c,g):
        z,=c.saved_tensors; return g*3*z*z
run('torch-complex-no-conj', lambda: gradcheck(Cx.apply,(torch.randn(2,dtype=torch.cdouble,requires_grad=True),)))
class Sq(Function):
    @staticmethod
    def forward(c,x): c.save_for_backward(x); return x**3
    @staticmethod
    def backward(c,g):
        x,=c.saved_tensors; return g*3*x.detach()**2
run('torch-gradgrad-detached', lambda: gradgradcheck(Sq.apply,(torch.randn(3,dtype=D,requires_grad=True),)))
class Rnd(Function):
    @staticmethod
    def forward(c,x): c.save_for_backward(x); return x.tanh()
    @staticmethod
    def backward(c,g):
        x,=c.saved_tensors; return g*(1-x.tanh()**2)*(1+1e-7*torch.randn_like(x))
run('torch-backward-random', lambda: gradcheck(Rnd.apply,(torch.randn(3,dtype=D,requires_grad=True),)))
class Three(Function):
    @staticmethod
    def forward(c,x): c.save_for_backward(x); return (x**3).sum()
    @staticmethod
    def backward(c,g):
        x,=c.saved_tensors; return g*x**2
def ac():
    x=torch.randn(6,7,dtype=D,requires_grad=True); Three.apply(x).backward()
    torch.testing.assert_close(x.grad, 3*x.detach()**2)
run('torch-assert-close-third', ac)
run('torch-large-factor-two', lambda: gradcheck(lambda x: Cub.apply(x),(torch.rand(40,dtype=D,requires_grad=True)+.5,)))
class Cub(Function):
    @staticmethod
    def forward(c,x): c.save_for_backward(x); return x.cumsum(0)*x.sum()
    @staticmethod
    def backward(c,g):
        x,=c.saved_tensors
        t=g*x.sum(); return 2*(t.flip(0).cumsum(0).flip(0)+(g*x.cumsum(0)).sum())
run('torch-large-factor-two', lambda: gradcheck(Cub.apply,((torch.rand(40,dtype=D)+.5).requires_grad_(),)))
run('torch-fast-mode-third', lambda: gradcheck(Three.apply,(torch.randn(5,dtype=D,requires_grad=True),),fast_mode=True))
class Non(Function):
    @staticmethod
    def forward(c,x,y): return x*y
    @staticmethod
    def backward(c,g): return g*0+1, None
run('torch-none-for-input', lambda: gradcheck(Non.apply,(torch.ones(3,dtype=D,requires_grad=True),torch.ones(3,dtype=D,requires_grad=True))))
run('torch-bfloat16-right', lambda: gradcheck(lambda x: (x*x).sum(), (torch.randn(6).bfloat16().requires_grad_(),), eps=0.05))
run('torch-float16-right', lambda: gradcheck(lambda x: (x*x*x), (torch.randn(6).half().requires_grad_(),), eps=0.05))
class Rd(Function):
    @staticmethod
    def forward(c,x): return torch.floor(x*1e3)/2
    @staticmethod
    def backward(c,g): return torch.zeros_like(g)
run('torch-floor-jump', lambda: gradcheck(lambda x: torch.floor(x),(torch.tensor([1.,0.3,2.,-0.4],dtype=D,requires_grad=True),)))
class Sm(Function):
    @staticmethod
    def forward(c,x): y=x.softmax(-1); c.save_for_backward(y); return y
    @staticmethod
    def backward(c,g):
        y,=c.saved_tensors; return y*g   # diagonal only
run('torch-softmax-diagonal', lambda: gradcheck(Sm.apply,(torch.randn(4,dtype=D,requires_grad=True),)))
class Mm(Function):
    @staticmethod
    def forward(c,a): c.save_for_backward(a); return (a@a).trace()+(a[0]*a[1]).sum()
    @staticmethod
    def backward(c,g):
        a,=c.saved_tensors
        r=2*a.clone(); r[0]+=a[1]; r[1]+=a[0]
        return g*r
run('torch-trace-untransposed', lambda: gradcheck(Mm.apply,(torch.randn(3,3,dtype=D,requires_grad=True),)))
