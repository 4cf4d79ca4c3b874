#pragma once

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Finds each report's line of the list by office and programme, else by programme and 補助No. (of
/// an office of this name, where the list has the number), else by the office alone where the list
/// has it once; a mistyped office number does not make the office look
/// silent. A report whose number and 補助No. are two offices' is neither's. Notes wrong and missing
/// 補助No., and offices that no list has.
void match_reports(const Publication& publication, const Areas& areas, Measured& measured);

/// Gives every office one number, by its line of the list where it has one and its own is not on
/// the list.
void number_offices(Measured& measured);

/// Tells which of several reports of one office, programme and year counts.
void settle_repeated(const Publication& publication, Measured& measured);

}  // namespace yokoten
