import math

import gradient_check

gradient_check.serve(math.sin, math.cos, 0.5)
