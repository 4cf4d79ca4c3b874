#include "model/home_area.h"

namespace yokoten {

int home_area(const Publication& publication, const Areas& areas) {
  const std::string& name = publication.prefecture;
  return name.empty() ? Areas::nation : areas.by_name(Areas::nation, name);
}

bool lies_in_home(int home, const Areas& areas, int area) {
  return home == Areas::nation || areas.prefecture_of(area) == home;
}

}  // namespace yokoten
