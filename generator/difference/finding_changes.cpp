#include "difference/finding_changes.h"

#include <map>
#include <tuple>

namespace yokoten {
namespace {

using Counted = BuildFacts::OfFinding;
/// What makes two findings one: not where they stand.
using Key = std::tuple<std::string, std::string, std::string, Level>;

Key key_of(const Counted& each) {
  return {each.told.place.file, each.told.code, each.told.message.ja, each.told.level};
}

std::vector<Counted> without(const std::vector<Counted>& all, const std::vector<Counted>& others) {
  std::map<Key, std::size_t> left;
  for (const Counted& each : others) left[key_of(each)] += each.count;
  std::vector<Counted> rest;
  for (Counted each : all) {
    std::size_t& known = left[key_of(each)];
    const std::size_t both = std::min(known, each.count);
    known -= both;
    each.count -= both;
    if (each.count > 0) rest.push_back(std::move(each));
  }
  return rest;
}

}  // namespace

FindingChanges finding_changes(const Snapshot& before, const Snapshot& after) {
  FindingChanges made;
  if (!before.facts || !after.facts) return made;
  made.is_known = true;
  made.added = without(after.facts->findings, before.facts->findings);
  made.gone = without(before.facts->findings, after.facts->findings);
  return made;
}

}  // namespace yokoten
