#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// The groups of the KPI framework, each of which holds those behind it: all offices, those with
/// the productivity add-on or subsidised equipment, those with the upper add-on or relaxed
/// staffing.
inline constexpr std::array nested_groups = {"①", "②", "③"};

/// The groups that the report's office belongs to; none where its group is not one of these.
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
