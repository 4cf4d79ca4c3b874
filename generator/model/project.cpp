#include "model/project.h"

namespace yokoten {

std::int64_t ModelProject::terminals_yen() const {
  std::int64_t all = 0;
  for (const ProjectOffice& office : offices) all += office.terminals * office.terminal_yen;
  return all;
}

}  // namespace yokoten
