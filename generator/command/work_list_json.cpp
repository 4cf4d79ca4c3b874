#include <nlohmann/json.hpp>

#include "command/work_list_form.h"

namespace yokoten {
namespace {

using Object = nlohmann::ordered_json;

Object item_json(const WorkItem& item, Language language) {
  const Finding& finding = item.finding;
  return {{"office", item.office},
          {"name", item.name},
          {"municipality", item.municipality},
          {"service", item.service},
          {"programme", item.programme},
          {"subsidy_number", item.subsidy_number},
          {"year", item.year == 0 ? Object() : Object(item.year)},
          {"heading", item.heading},
          {"printed", item.printed},
          {"finding", Object::parse(to_json_line(finding, language))}};
}

Object items_json(const std::vector<WorkItem>& items, Language language) {
  Object made = Object::array();
  for (const WorkItem& each : items) made.push_back(item_json(each, language));
  return made;
}

Object progress_json(const std::vector<ReportProgress>& progress) {
  Object made = Object::array();
  for (const ReportProgress& each : progress)
    made.push_back({{"name", each.name},
                    {"year", each.year},
                    {"reported", each.reported},
                    {"owed", each.owed}});
  return made;
}

const char* state_name(DutyState state) {
  switch (state) {
    case DutyState::reported:
      return "reported";
    case DutyState::owed:
      return "owed";
    case DutyState::ahead:
      return "ahead";
    case DutyState::unread:
      break;
  }
  return "unread";
}

Object duties_json(const std::vector<NamedDuty>& duties) {
  Object made = Object::array();
  for (const NamedDuty& each : duties)
    made.push_back({{"office", each.office},
                    {"name", each.name},
                    {"municipality", each.municipality},
                    {"programme", each.programme},
                    {"year", each.year},
                    {"report", each.which},
                    {"state", state_name(each.state)}});
  return made;
}

}  // namespace

std::string work_list_json(const WorkList& list, Language language) {
  const Object made = {{"items", items_json(list.items, language)},
                       {"set_aside", items_json(list.set_aside, language)},
                       {"programmes", progress_json(list.programmes)},
                       {"municipalities", progress_json(list.municipalities)},
                       {"duties", duties_json(list.duties)}};
  return made.dump(2, ' ', false, Object::error_handler_t::replace) + '\n';
}

}  // namespace yokoten
