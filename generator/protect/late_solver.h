#pragma once

#include <Cbc_C_Interface.h>
#include <Clp_C_Interface.h>

#include "base/late_library.h"

namespace yokoten {

inline constexpr LateLibrary libcbc{"libCbcSolver.so.3"}, libclp{"libClp.so.1"};

YOKOTEN_LATE(libcbc, Cbc_deleteModel);
YOKOTEN_LATE(libcbc, Cbc_getColSolution);
YOKOTEN_LATE(libcbc, Cbc_isProvenInfeasible);
YOKOTEN_LATE(libcbc, Cbc_loadProblem);
YOKOTEN_LATE(libcbc, Cbc_newModel);
YOKOTEN_LATE(libcbc, Cbc_setInteger);
YOKOTEN_LATE(libcbc, Cbc_setLogLevel);
YOKOTEN_LATE(libcbc, Cbc_solve);

YOKOTEN_LATE(libclp, Clp_columnLower);
YOKOTEN_LATE(libclp, Clp_columnUpper);
YOKOTEN_LATE(libclp, Clp_deleteModel);
YOKOTEN_LATE(libclp, Clp_loadProblem);
YOKOTEN_LATE(libclp, Clp_newModel);
YOKOTEN_LATE(libclp, Clp_objective);
YOKOTEN_LATE(libclp, Clp_primal);
YOKOTEN_LATE(libclp, Clp_primalColumnSolution);
YOKOTEN_LATE(libclp, Clp_setLogLevel);
YOKOTEN_LATE(libclp, Clp_status);

}  // namespace yokoten
