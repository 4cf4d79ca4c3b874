#pragma once

#include <string_view>

#include "base/place.h"

namespace yokoten {

/// Why a cell is no period, and how one is written.
Message period_wanted(std::string_view cell);

/// That a bare year may be a calendar or a fiscal one below such a heading: 2024 below 年度末.
Message year_unclear(std::string_view cell, std::string_view heading);
/// That a calendar year stands below a heading of fiscal years: 2024年 below 年度.
Message year_contradicts(std::string_view cell, std::string_view heading);

/// That one number stands over several rows or columns: whose it is, nobody says.
Message number_in_merged_cells(std::string_view cell);

/// Whether a cell says no more than that it is like the one above: 〃, 同上.
bool is_ditto(std::string_view cell);
/// That a row names no part below this heading though all are parts; `cell` is empty or such a
/// mark.
Message part_wanted(std::string_view heading, std::string_view cell);

}  // namespace yokoten
