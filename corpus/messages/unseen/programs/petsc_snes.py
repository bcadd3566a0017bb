import sys, petsc4py
petsc4py.init(sys.argv)
from petsc4py import PETSc
import numpy as np
def F(snes,x,f):
    v=x.getArray(readonly=1); f.setArray(np.array([v[0]**2+v[1]*v[2]-1, v[1]**3-v[0], v[2]*v[0]+v[3], np.sin(v[3])-v[2]]))
def J(snes,x,J,P):
    v=x.getArray(readonly=1)
    M=np.array([[2*v[0],v[2],v[1],0],[-1,3*v[1]**2,0,0],[v[2],0,v[0],1],[0,0,-1,-np.cos(v[3])]])
    for i in range(4):
        for j in range(4): P.setValue(i,j,M[i,j])
    P.assemble()
x=PETSc.Vec().createSeq(4); x.setArray([.5,.6,.7,.8]); f=x.duplicate()
A=PETSc.Mat().createAIJ([4,4]); A.setUp()
s=PETSc.SNES().create(); s.setFunction(F,f); s.setJacobian(J,A); s.setFromOptions(); 
try: s.solve(None,x)
except Exception as e: pass
