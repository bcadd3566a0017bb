x=[0.2;-0.5;1.3]; f=@(v) sum(v.^4)*1000;
h=1e-6; n=zeros(3,1); for i=1:3, d=zeros(3,1); d(i)=h; n(i)=(f(x+d)-f(x-d))/(2*h); end
analytic = -4000*x'.^3
numeric = n'
