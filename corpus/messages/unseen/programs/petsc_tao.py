import sys, petsc4py
petsc4py.init(sys.argv)
from petsc4py import PETSc
import numpy as np
x=PETSc.Vec().createSeq(6); x.setArray([.5,-.6,.7,.8,-1.1,.2]); g=x.duplicate()
def fg(tao,x,g):
    v=x.getArray(readonly=1).copy(); g.setArray(8*(v**3)[::-1].copy()); return 2*np.sum(v**4)
t=PETSc.TAO().create(); t.setObjectiveGradient(fg,g); t.setType('lmvm'); t.setFromOptions()
try: t.setSolution(x)
except AttributeError: t.setInitial(x)
t.setMaximumIterations(1)
try: t.solve()
except Exception: pass
