#include "compiled_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "chart/house/drawing_memory.h"
#include "model/report.h"
#include "model/told_findings.h"
#include "publish/calendar.h"
#include "publish/cases_data.h"
#include "publish/feed.h"
#include "publish/open_data.h"
#include "publish/outcomes_csv.h"
#include "publish/search_index.h"
#include "publish/site_index.h"
#include "publish/word_readings.h"

namespace yokoten {
namespace {

/// What the pages of model projects offer to read or fill in, and the photos of cases.
void add_documents(Disk& disk, const Publication& publication, std::vector<SiteFile>& files) {
  std::set<std::string> paths;
  for (const std::string& logo : {publication.look.logo, publication.look.logo_dark})
    if (!logo.empty()) paths.insert(logo);
  for (const GoodPractice& practice : publication.practices)
    for (const CasePhoto& each : practice.photos) paths.insert(each.path);
  for (const ModelProject& project : publication.projects)
    for (const ProjectDocument& each : project.documents)
      if (!each.path.empty()) paths.insert(each.path);
  for (const std::string& path : paths)
    if (auto bytes = disk.read(publication.folder + '/' + path))
      files.push_back({path, std::move(*bytes)});
}

std::string release_path(const std::string& date) {
  return "releases/" + date + "/observations.csv";
}

/// The sources, and the figures of each earlier release under its own address.
std::vector<SiteCopy> copied_files(Disk& disk, const Publication& publication,
                                   const ReleaseHistory& history) {
  std::vector<SiteCopy> copies;
  std::set<std::string> known;
  const auto add = [&](const std::string& path, const std::string& file, std::string sha256 = {}) {
    std::string from = publication.folder + '/' + file;
    // Several sources may stand in one file.
    if (disk.size(from) && known.insert(path).second)
      copies.push_back({path, std::move(from), std::move(sha256)});
  };
  for (const ReleaseChanges& each : history.releases())
    if (each.kept >= 0)
      add(release_path(each.date), publication.releases[static_cast<std::size_t>(each.kept)].file);
  // Rows that were added up are too many, and often single offices.
  for (const Source& source : publication.sources)
    if (gives_file(source) && !source.group)
      add("data/" + source.file, source.file, source.read_sha256);
  return copies;
}

/// What tells of figures, but for those of the areas.
std::vector<SiteFile> figure_files(const Examined& seen, const ReleaseHistory& history) {
  const auto& [publication, areas, measured, translated] = seen;
  std::vector<SiteFile> files;
  if (std::string outcomes = outcomes_csv(publication, areas, measured); !outcomes.empty())
    files.push_back({"data/outcomes.csv", std::move(outcomes)});
  if (std::string cases = cases_csv(publication, areas, measured); !cases.empty()) {
    files.push_back({"data/cases.csv", std::move(cases)});
    files.push_back({"data/cases.json", cases_json(publication, areas, measured)});
  }
  files.push_back({"feed.xml", feed_xml(publication, history)});
  return files;
}

/// The files of the site that are no pages and belong to none, but for copies.
std::vector<SiteFile> data_files(Disk& disk, const Examined& seen, const ReleaseHistory& history) {
  const Publication& publication = seen.publication;
  std::vector<SiteFile> files = figure_files(seen, history);
  if (std::string events = events_ics(publication); !events.empty())
    files.push_back({"data/events.ics", std::move(events)});
  files.push_back({"robots.txt", robots_txt(publication.base_url)});
  add_documents(disk, publication, files);
  return files;
}

/// The feed of another language.
SiteFile feed_of(const Book& book) {
  return {book.publication.base + "feed.xml", feed_xml(book.publication, *book.history)};
}

/// How Japanese titles are read; those of other languages have no other way to be typed.
void add_readings(std::vector<SearchEntry>& entries, Findings& findings) {
  const WordReadings readings;
  for (SearchEntry& entry : entries) entry.reading = readings.of(entry.title);
  if (!readings.is_there())
    report_warning(findings, {}, "search.readings",
                   {"読みの辞書がないので、指標や好事例をよみがなでは探せません。Debianの "
                    "mecab-ipadic-utf8 を入れてください",
                    "without a dictionary of readings, indicators and cases can't be found by kana "
                    "or romaji; install Debian's mecab-ipadic-utf8"});
}

/// The indexes that the search reads. That of areas is one for all languages: the search names
/// them.
std::vector<SiteFile> search_files(const Areas& areas, const std::string& base, const Site& site,
                                   Findings& findings) {
  const auto has_page = [&](int area) {
    return areas.has_page(area) && site.has_page(areas.path(area));
  };
  if (!site.has_find()) return {};
  std::vector<SearchEntry> entries = site.search_entries();
  if (base.empty()) add_readings(entries, findings);
  std::vector<SiteFile> files = {{base + "search/more.js", more_script(areas, has_page, entries)}};
  if (base.empty()) files.push_back({"search/areas.js", areas_script(areas, has_page)});
  return files;
}

/// The figures, whole and by indicator; those of each area that has a page are found later.
std::vector<DataSet> common_sets(const Examined& seen) {
  std::vector<DataSet> sets = {whole_set(seen.publication, seen.measured)};
  for (int id = 0; id < static_cast<int>(seen.publication.indicators.size()); ++id)
    sets.push_back(indicator_set(seen.publication, seen.measured, id));
  return sets;
}

std::vector<std::string> paths_of(const std::vector<SiteFile>& files,
                                  const std::vector<SiteCopy>& copies,
                                  const std::vector<std::string>& more,
                                  const std::vector<DataSet>& sets) {
  std::vector<std::string> paths = {"manifest.json", "sitemap.xml", "data/catalog.jsonld",
                                    "data/datapackage.json", "data/observations.csv-metadata.json"};
  for (const SiteFile& file : files) paths.push_back(file.path);
  for (const SiteCopy& copy : copies) paths.push_back(copy.path);
  paths.insert(paths.end(), more.begin(), more.end());
  for (const DataSet& set : sets)
    for (const std::string& form : set.forms) paths.push_back(set.path + '.' + form);
  return paths;
}

Book prepared(Book made) {
  made.prepare();
  return made;
}

// A host would show its own error, or a list of files.
void refuse_without_index(const Publication& publication, Findings& findings) {
  report_error(findings, {publication.folder + "/pages/index.md", 0, 0}, "page.index",
               {"最初のページがありません。pages/index.md を書いてください",
                "there is no first page; write pages/index.md"});
}

Draw timed(Draw draw, RoomTimes* times) {
  if (times == nullptr) return draw;
  return [draw = std::move(draw), times](const ChartRequest& request) {
    const InRoom here(times, Room::chart);
    return draw(request);
  };
}

}  // namespace

CompiledEdition::CompiledEdition(const CompiledSite& all, const TranslatedEdition& edition,
                                 const Measured& measured, Findings& findings)
    : texts(all.look.files, edition.publication.words, findings),
      book(prepared({edition.publication, edition.areas, measured, all.seen, all.drawing})),
      site(book, all.look.paths(), paths_of(all.data, all.copies, all.newest_release, all.sets),
           findings),
      data(search_files(all.book.areas, edition.publication.base, site, findings)) {
  data.push_back(feed_of(book));
}

void CompiledSite::follow(const std::vector<FoundObservation>& changed) {
  book.follow(changed);
  if (translated) translated->book.follow(changed);
}

std::vector<SiteFile> CompiledSite::figure_files(const Examined& examined) const {
  std::vector<SiteFile> files = yokoten::figure_files(examined, *book.history);
  if (translated) files.push_back(feed_of(translated->book));
  return files;
}

CompiledSite::CompiledSite(Disk& disk, const std::string& home, const Examined& examined,
                           Findings& findings, RoomTimes* times)
    : look(disk, home, examined),
      drawing(timed(chart::remembering_draw(), times)),
      seen(told_findings(findings, examined.publication)),
      book(prepared({examined.publication, examined.areas, examined.measured, seen, drawing})),
      sets(common_sets(examined)),
      newest_release({release_path(examined.publication.as_of), release_path("latest")}),
      copies(copied_files(disk, examined.publication, *book.history)),
      data(data_files(disk, examined, *book.history)),
      site(book, look.paths(), paths_of(data, copies, newest_release, sets), findings),
      csv(examined.publication, examined.areas, examined.measured.cube) {
  findings.insert(findings.end(), look.told.begin(), look.told.end());
  if (!site.has_page("")) refuse_without_index(examined.publication, findings);
  if (site.has_find())
    findings.insert(findings.end(), look.missing_search.begin(), look.missing_search.end());
  if (site.has_explorer())
    findings.insert(findings.end(), look.missing_explorer.begin(), look.missing_explorer.end());
  for (SiteFile& file : search_files(examined.areas, {}, site, findings))
    data.push_back(std::move(file));
  const Areas& areas = examined.areas;
  const bool any_of_areas = !examined.publication.offered.areas.empty();
  for (int area = 0; any_of_areas && area < areas.size(); ++area)
    if (areas.has_page(area) && site.has_page(areas.path(area)))
      add_filled(sets, area_set(examined.publication, areas, examined.measured, area));
  if (examined.translated)
    translated =
        std::make_unique<CompiledEdition>(*this, *examined.translated, examined.measured, findings);
}

std::vector<DataTable> described_tables(const Book& book, const std::vector<SiteFile>& files) {
  std::vector<DataTable> tables;
  for (const SiteFile& file : files) {
    if (file.path == "data/outcomes.csv")
      tables.push_back({"outcomes", book.word("outcomes.caption"), file.bytes});
    if (file.path == "data/cases.csv")
      tables.push_back({"cases", book.word("page.cases"), file.bytes});
  }
  return tables;
}

}  // namespace yokoten
