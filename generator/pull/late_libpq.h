#pragma once

#include <libpq-fe.h>

#include "base/late_library.h"

namespace yokoten {

inline constexpr LateLibrary libpq{"libpq.so.5"};

YOKOTEN_LATE(libpq, PQcancel);
YOKOTEN_LATE(libpq, PQclear);
YOKOTEN_LATE(libpq, PQconnectPoll);
YOKOTEN_LATE(libpq, PQconnectStartParams);
YOKOTEN_LATE(libpq, PQconsumeInput);
YOKOTEN_LATE(libpq, PQerrorMessage);
YOKOTEN_LATE(libpq, PQescapeLiteral);
YOKOTEN_LATE(libpq, PQfinish);
YOKOTEN_LATE(libpq, PQfmod);
YOKOTEN_LATE(libpq, PQfname);
YOKOTEN_LATE(libpq, PQfreeCancel);
YOKOTEN_LATE(libpq, PQfreemem);
YOKOTEN_LATE(libpq, PQftype);
YOKOTEN_LATE(libpq, PQgetCancel);
YOKOTEN_LATE(libpq, PQgetCopyData);
YOKOTEN_LATE(libpq, PQgetResult);
YOKOTEN_LATE(libpq, PQgetvalue);
YOKOTEN_LATE(libpq, PQisBusy);
YOKOTEN_LATE(libpq, PQnfields);
YOKOTEN_LATE(libpq, PQresultErrorField);
YOKOTEN_LATE(libpq, PQresultStatus);
YOKOTEN_LATE(libpq, PQsendDescribePrepared);
YOKOTEN_LATE(libpq, PQsendPrepare);
YOKOTEN_LATE(libpq, PQsendQuery);
YOKOTEN_LATE(libpq, PQserverVersion);
YOKOTEN_LATE(libpq, PQsocket);
YOKOTEN_LATE(libpq, PQstatus);

}  // namespace yokoten
