#pragma once

#include "model/area.h"
#include "model/publication.h"

namespace yokoten {

/// What the publication is about: its prefecture, or the nation where it names none.
int home_area(const Publication& publication, const Areas& areas);

/// Whether `area` belongs to a publication about `home`: a prefecture's is about no other one.
bool lies_in_home(int home, const Areas& areas, int area);

}  // namespace yokoten
