#pragma once

#include <string_view>
#include <vector>

#include "model/area.h"

namespace yokoten {

using AreaChanges = std::vector<const AreaChange*>;

/// What became of the area or ward that had this code of five or six digits; several where it was
/// split. A change that kept the code is none of it.
AreaChanges changes_of_code(const Areas& areas, std::string_view digits);

/// The same by the whole old name: behind its prefecture, where that is given, and with or without
/// county, or city of a ward, in front. A change that kept the name is none.
AreaChanges changes_of_name(const Areas& areas, int prefecture, std::string_view name);

/// The area of today that is the same as the old one; none where it was joined with others or
/// split, and for a ward.
int same_area_today(const Areas& areas, const AreaChanges& changes);

/// Cities whose ward is called so, with or without the city in front; in all prefectures where
/// `prefecture` is none.
std::vector<int> cities_of_ward_today(const Areas& areas, int prefecture, std::string_view name);

/// The same, or else those whose ward was called so.
std::vector<int> cities_of_ward(const Areas& areas, int prefecture, std::string_view name);

/// The city whose ward has, or had, this code of five or six digits; none where there is none.
int city_of_ward_code(const Areas& areas, std::string_view digits);

}  // namespace yokoten
