1;
% ex4 of the course with the bias column regularised in the analytic gradient
function [J g] = cost(p, X, y, lambda)
  W1 = reshape(p(1:15),5,3); W2 = reshape(p(16:33),3,6);
  m = rows(X); A1=[ones(m,1) X]; A1=A1(:,1:3); Z2=A1*W1'; A2=[ones(m,1) 1./(1+exp(-Z2))]; H=1./(1+exp(-A2*W2'));
  Y = eye(3)(y,:); J = -sum(sum(Y.*log(H)+(1-Y).*log(1-H)))/m + lambda/(2*m)*(sum(sum(W1(:,2:end).^2))+sum(sum(W2(:,2:end).^2)));
  d3=H-Y; d2=(d3*W2)(:,2:end).*A2(:,2:end).*(1-A2(:,2:end));
  G1=d2'*A1/m; G2=d3'*A2/m; G1(:,2:end)+=lambda/m*W1(:,2:end);   % the penalty of W2 is forgotten
  g=[G1(:);G2(:)];
end
p=reshape(sin(1:33),33,1)/2; X=reshape(cos(1:10),5,2); y=1+mod(1:5,3)';
[J g]=cost(p,X,y,1); n=zeros(33,1); for i=1:33, d=zeros(33,1); d(i)=1e-4; n(i)=(cost(p+d,X,y,1)-cost(p-d,X,y,1))/2e-4; end
disp([n g]);
fprintf(['The above two columns you get should be very similar.\n' '(Left-Your Numerical Gradient, Right-Analytical Gradient)\n\n']);
d=norm(n-g)/norm(n+g);
fprintf(['If your backpropagation implementation is correct, then \nthe relative difference will be small (less than 1e-9). \n\nRelative Difference: %g\n'], d);
