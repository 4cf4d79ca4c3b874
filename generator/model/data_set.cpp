#include "model/data_set.h"

#include <algorithm>

#include "model/words.h"

namespace yokoten {

namespace {

std::vector<std::string> csv_and(std::vector<std::string> others) {
  others.insert(others.begin(), "csv");
  return others;
}

void append(std::vector<ObservationRun>& all, const std::vector<ObservationRun>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// By source, whether some figure is from it; looked for until all are found.
std::vector<bool> found_sources(const DataSet& set, std::size_t sources) {
  std::vector<bool> found(sources, false);
  std::size_t missing = sources;
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures()) {
      if (missing == 0) return found;
      if (seen.source < 0 || found[static_cast<std::size_t>(seen.source)]) continue;
      found[static_cast<std::size_t>(seen.source)] = true;
      --missing;
    }
  return found;
}

}  // namespace

DataSet whole_set(const Publication& publication, const Measured& measured) {
  DataSet set{"data/observations",
              word_of(publication, "data.whole"),
              Areas::none,
              -1,
              {},
              csv_and(publication.offered.figures)};
  for (int id = 0; id < measured.cube.indicators(); ++id) append(set.runs, measured.cube.runs(id));
  return set;
}

DataSet indicator_set(const Publication& publication, const Measured& measured, int indicator) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(indicator)];
  DataSet set{"indicators/" + of.id + "/data",
              word_of(publication, "page.figures_of", {of.title}),
              Areas::none,
              indicator,
              {},
              csv_and(publication.offered.figures)};
  append(set.runs, measured.cube.runs(indicator));
  return set;
}

DataSet area_set(const Publication& publication, const Areas& areas, const Measured& measured,
                 int area) {
  DataSet set{areas.path(area) + "index",
              word_of(publication, "page.figures_of", {areas.at(area).name}),
              area,
              -1,
              {},
              publication.offered.areas};
  for (int id = 0; id < static_cast<int>(publication.indicators.size()); ++id)
    append(set.runs, measured.cube.runs(id, area));
  return set;
}

void add_filled(std::vector<DataSet>& sets, DataSet set) {
  if (!set.runs.empty()) sets.push_back(std::move(set));
}

std::vector<int> sources_in(const Publication& publication, const DataSet& set) {
  const std::size_t sources = publication.sources.size();
  const std::vector<bool> found = found_sources(set, sources);
  const bool none = std::find(found.begin(), found.end(), true) == found.end();
  std::vector<int> numbers;
  for (std::size_t at = 0; at < sources; ++at)
    if (none || found[at]) numbers.push_back(static_cast<int>(at));
  return numbers;
}

std::string credit_line(const Publication& publication, const DataSet& set) {
  std::vector<std::string> publishers;
  for (const int id : sources_in(publication, set)) {
    const std::string& name = publication.sources[static_cast<std::size_t>(id)].publisher;
    if (std::find(publishers.begin(), publishers.end(), name) == publishers.end())
      publishers.push_back(name);
  }
  std::string names;
  for (const std::string& name : publishers)
    names += (names.empty() ? "" : word_of(publication, "join.comma")) + name;
  return word_of(publication, "data.credit",
                 {publication.title, publication.publisher, page_address(publication, set),
                  date_of(publication, publication.as_of), names});
}

std::string page_address(const Publication& publication, const DataSet& set) {
  return publication.own_url() + set.path.substr(0, set.path.rfind('/') + 1);
}

std::string media_type_of(std::string_view form) {
  if (form == "csv") return "text/csv";
  if (form == "json") return "application/json";
  return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

}  // namespace yokoten
