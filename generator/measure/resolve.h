#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"
#include "model/former_names.h"
#include "model/measured.h"
#include "model/source.h"

namespace yokoten {

/// Why a cell names no area.
enum class AreaFault {
  none,
  unknown,
  empty,
  no_prefecture,
  bad_code,
  short_code,
  wrong_level,
  wrong_county,
  wrong_prefecture  ///< a code beside the name of another prefecture
};

/// What a cell names: an area and how it was told, or what may have been meant.
struct Resolution {
  int area = Areas::none;
  AreaMatch match = AreaMatch::none;
  AreaFault fault = AreaFault::unknown;
  int prefecture = Areas::none;  ///< in which the name was looked for, none when that is not known;
                                 ///< the nation when a prefecture was looked for
  std::string name;              ///< what was looked for, without the prefecture
  std::vector<int> candidates;   ///< nearest first; with wrong_county and wrong_prefecture
                                 ///< the area that is named
  std::string printed;           ///< the cell, where it says more than the name
  AreaChanges changes{};         ///< what became of the area that once had this name or code
  int former = Areas::none;      ///< the area of today that is the same as that one
  std::vector<int> cities{};     ///< whose ward it is, or was
  std::string heading{};         ///< of the column whose cell is empty
};

/// Resolves the cells of one row. `prefecture_cell` is read only where the source has a column of
/// its own for it. A name is never looked for outside its prefecture.
Resolution resolve_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                        std::string_view area_cell);

/// The area that they name, or none: for many cells most of which may name nothing, since nobody is
/// told what those may mean.
int named_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
               std::string_view area_cell);

/// Resolves what named no area, in figures of before a change, as the area that had this name or
/// code then and has another one today; `found` where there is no such area.
Resolution former_area(const Areas& areas, const Source& source, std::string_view prefecture_cell,
                       const Resolution& found);

/// Whether a cell names a prefecture, by its full or short name or its code.
bool names_prefecture(const Areas& areas, std::string_view cell);

/// Five digits in a column whose other codes have six: a spreadsheet may have dropped their leading
/// zero, which would make another area of them (012203 士別市, 12203 市川市).
Resolution short_code(const Areas& areas, std::string_view digits);

}  // namespace yokoten
