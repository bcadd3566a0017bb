x=(1:6)'/7; A=magic(6); 
numgrad = (A+A')*x*10
grad = 2*A*x*10
