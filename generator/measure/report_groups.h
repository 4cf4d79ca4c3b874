#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// The groups of the KPI framework, each of which holds those behind it: all offices, those with
/// the productivity add-on or subsidised equipment, those with the upper add-on or relaxed
/// staffing.
inline constexpr std::array nested_groups = {"①", "②", "③"};

/// The group that a cell names: ②, (2), ２, 2群, グループ②; empty for all else, such as ②③.
std::string named_group(std::string_view cell);

/// The groups that the report's office belongs to; none where its source has no column of groups.
/// ① is every office: that one which says no group that can be read is of it alone.
std::vector<std::string> groups_of(const EffectReport& report);

/// The reports that count for the indicator, in the order of their files.
std::vector<const EffectReport*> counted_reports(const Publication& publication,
                                                 const Indicator& indicator,
                                                 const Measured& measured);

/// The areas that the report counts in: the prefecture, and the nation unless the publication is a
/// prefecture's.
std::vector<int> areas_of(const Publication& publication, const Areas& areas,
                          const EffectReport& report);

/// The fiscal year as a period of the cube.
int fiscal_period(Measured& measured, int year);

}  // namespace yokoten
