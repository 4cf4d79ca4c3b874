#include "check/events.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/report.h"

namespace yokoten {

void check_events(const Subject& subject) {
  std::vector<std::string> ids;
  for (const Programme& each : subject.publication.programmes) ids.push_back(each.id);
  for (const Event& event : subject.publication.events) {
    if (event.programme.empty() || std::find(ids.begin(), ids.end(), event.programme) != ids.end())
      continue;
    subject.error(
        event.programme_place, "event.programme",
        with_nearest({"programmes.toml に " + event.programme + " という補助事業はありません",
                      "programmes.toml has no programme " + event.programme},
                     event.programme, ids));
  }
}

}  // namespace yokoten
