#pragma once

#include <string_view>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Appends the offices of a list to `measured.effects`. `prefecture`: its two digits, empty where
/// the publication is none's; office numbers that lost their zero get it back.
void read_office_list(const Publication& publication, int source, std::string_view prefecture,
                      Measured& measured);

/// Appends the reports of a file to `measured.effects`; doubts only about who reports what.
void read_report_rows(const Publication& publication, int source, const Areas& areas,
                      std::string_view prefecture, Measured& measured);

}  // namespace yokoten
