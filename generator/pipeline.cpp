#include "pipeline.h"

#include <algorithm>

#include "base/at_once.h"
#include "base/left_memory.h"
#include "check/check.h"
#include "compiled_site.h"
#include "measure/measure.h"
#include "model/release_changes.h"
#include "model/report.h"
#include "protect/office_rows.h"
#include "protect/outcomes.h"
#include "protect/protect.h"
#include "read/areas.h"
#include "read/publication.h"
#include "read/words.h"
#include "translate/area_names.h"
#include "translate/publication.h"
#include "written_site.h"

namespace yokoten {
namespace {

/// The area's own page, then pages about no area, then the others.
void nearest_first(std::vector<std::string>& paths, const std::string& own) {
  const auto rank = [&](const std::string& path) {
    return path == own ? 0 : path.starts_with("areas/") ? 2 : 1;
  };
  std::sort(paths.begin(), paths.end(), [&](const std::string& a, const std::string& b) {
    return std::pair(rank(a), a) < std::pair(rank(b), b);
  });
}

const std::string words_folder = "/templates/words/";

// Those of the program with the publication's own in their place.
Words japanese_words(Disk& disk, const std::string& home, const std::string& folder,
                     Findings& findings) {
  Words words = read_words(disk, home + words_folder + "ja.toml", findings);
  read_own_words(disk, folder + "/templates", words, findings);
  return words;
}

Words words_in(const std::string& language, Disk& disk, const std::string& home,
               const Publication& publication, Findings& findings) {
  const std::string file = words_folder + language + ".toml";
  Words words = read_other_words(disk, home + file, publication.words, findings);
  report_missing_words(publication.words, words, home + file, findings);
  const std::string own = publication.folder + file;
  if (disk.exists(own))
    for (auto& [key, word] : read_other_words(disk, own, publication.words, findings))
      words[key] = std::move(word);
  return words;
}

/// The way through the rooms, one after another.
class Course {
 public:
  explicit Course(const Onlooker& onlooker) : onlooker_(onlooker) {}

  void enter(Room room) {
    room_.reset();
    room_.emplace(onlooker_.times, room);
  }
  void enter(Room room, const Message& step) {
    onlooker_.progress->begin(step, 0);
    enter(room);
  }

 private:
  Onlooker onlooker_;
  std::optional<InRoom> room_;
};

// Cells that name a prefecture need no translation of their own.
void add_prefectures(TranslatedEdition& edition) {
  for (const int id : edition.areas.prefectures())
    edition.publication.printed.try_emplace(edition.areas.at(id).japanese,
                                            edition.areas.at(id).name);
}

std::optional<TranslatedEdition> translated_edition(Disk& disk, const std::string& home,
                                                    const Examined& seen, Findings& findings) {
  const Publication& publication = seen.publication;
  if (publication.languages.size() < 2) return std::nullopt;
  Words words = words_in(publication.languages.back(), disk, home, publication, findings);
  TranslatedEdition made{translated(disk, publication, std::move(words), findings),
                         english_areas(seen.areas)};
  add_prefectures(made);
  return made;
}

std::optional<Examined> measured_publication(Disk& disk, const std::string& home,
                                             const std::string& folder, Findings& findings,
                                             const Onlooker& onlooker) {
  Course course(onlooker);
  course.enter(Room::read, {"資料の読み取り", "reading"});
  Words words;
  std::optional<Areas> areas;
  std::optional<Publication> publication;
  Findings of_publication;
  at_once(
      [&] {
        words = japanese_words(disk, home, folder, findings);
        areas = read_areas(disk, home + "/data/areas", findings);
      },
      [&] { publication = read_publication(disk, folder, of_publication); });
  findings.insert(findings.end(), of_publication.begin(), of_publication.end());
  if (!areas || !publication) return std::nullopt;
  publication->words = std::move(words);
  course.enter(Room::measure, {"計算", "measuring"});
  auto measured = measure(*publication, *areas, findings);
  if (!measured) return std::nullopt;
  Examined seen{std::move(*publication), std::move(*areas), std::move(*measured)};
  course.enter(Room::check, {"確認", "checking"});
  check(seen.publication, seen.areas, seen.measured, findings);
  course.enter(Room::protect, {"秘匿", "hiding what must not show"});
  withhold_office_rows(seen.publication);
  const bool outcomes_hidden =
      protect_outcomes(seen.publication, seen.areas, seen.measured, findings);
  if (protect(seen.publication, seen.areas, seen.measured, findings) || outcomes_hidden)
    measure_again(seen.publication, seen.areas, seen.measured, findings);
  know_released_periods(seen.publication, seen.measured);
  course.enter(Room::translate);
  seen.translated = translated_edition(disk, home, seen, findings);
  return seen;
}

}  // namespace

std::optional<Examined> examined(Disk& disk, const std::string& home, const std::string& folder,
                                 Findings& findings, const Onlooker& onlooker) {
  auto seen = measured_publication(disk, home, folder, findings, onlooker);
  report_unread(disk, findings);
  sort_by_place(findings);
  return seen;
}

std::vector<Duty> check_pages(Disk& disk, const std::string& home, const Examined& seen,
                              Findings& findings) {
  const CompiledSite compiled(disk, home, seen, findings);
  sort_by_place(findings);
  return compiled.site.duties();
}

std::vector<std::string> pages_showing(Disk& disk, const std::string& home, const Examined& seen,
                                       const Observation& observation, Findings& findings) {
  CompiledSite compiled(disk, home, seen, findings);
  std::vector<std::string> paths;
  if (blocks(findings)) return paths;
  FigureWatch watch{observation, false};
  compiled.book.watch = &watch;
  Templates templates(compiled.look.texts);
  for (std::size_t page = 0; page < compiled.site.size(); ++page) {
    watch.seen = false;
    const auto files = compiled.site.rendered(page, templates);
    if (watch.seen) paths.push_back(address_of(files.back().path));
  }
  nearest_first(paths, seen.areas.path(observation.area));
  return paths;
}

std::optional<BuildReport> build_site(Disk& disk, const BuildRequest& request, Findings& findings) {
  const Onlooker& onlooker = request.onlooker;
  EarlyLook early(disk, request.into);
  auto found = examined(disk, request.home, request.folder, findings, onlooker);
  onlooker.progress->begin({"ページの組み立て", "compiling pages"}, 0);
  if (!found || blocks(findings)) {
    if (found) check_pages(disk, request.home, *found, findings);
    return std::nullopt;
  }
  auto seen = std::make_unique<const Examined>(std::move(*found));
  auto compiled = [&] {
    const InRoom here(onlooker.times, Room::page);
    return std::make_unique<const CompiledSite>(disk, request.home, *seen, findings,
                                                onlooker.times);
  }();
  report_unread(disk, findings);
  sort_by_place(findings);
  if (blocks(findings)) return std::nullopt;
  const auto report = written_site(*compiled, request, disk, early, findings);
  if (request.is_last) {
    leave_to_system(std::move(compiled));
    leave_to_system(std::move(seen));
  }
  return report;
}

}  // namespace yokoten
