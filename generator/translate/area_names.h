#pragma once

#include "model/area.h"

namespace yokoten {

/// The areas with their names in English: Tottori Prefecture, Yonago City, Shin'onsen Town, Minato
/// City (a special ward), Hokkaido, Tokyo, Japan; Naka Ward. Names are in Hepburn without long
/// vowels, as the areas' own English pages have them. Two municipalities of one prefecture that
/// would read alike carry their subprefecture: Esashi Town (Soya).
Areas english_areas(const Areas& areas);

}  // namespace yokoten
