#include "command/opened_snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/hash.h"
#include "base/threads.h"
#include "command/asked_area.h"
#include "command/book_cells.h"
#include "command/made_files.h"
#include "command/opened_publication.h"
#include "compiled_site.h"
#include "difference/page_changes.h"
#include "model/missing_reason.h"
#include "model/report.h"
#include "pipeline.h"

namespace yokoten {
namespace {

/// What stands at the mark of `made` in `theirs`: behind the same words, up to the next tag.
std::string words_of_print(const std::string& made, const std::string& theirs) {
  constexpr std::size_t most_before = 80;
  const std::size_t mark = made.find(pdf_mark);
  if (mark == made.npos) return {};
  const std::size_t from = mark - std::min(mark, most_before);
  const std::string before = made.substr(from, mark - from);
  const std::size_t at = theirs.find(before);
  if (at == theirs.npos) return {};
  const std::size_t begin = at + before.size();
  return theirs.substr(begin, theirs.find('<', begin) - begin);
}

/// A publication with its pages, made when they are asked for.
class MadePublication {
 public:
  MadePublication(const Surroundings& surroundings, const std::string& path)
      : opened_(surroundings, path), home_(surroundings.home) {}

  /// False where it can't be built.
  bool make(Findings& findings) {
    if (opened_.is_readable()) seen_ = examined(opened_.disk(), home_, opened_.folder(), found_);
    if (seen_) {
      compiled_ = std::make_unique<CompiledSite>(opened_.disk(), home_, *seen_, found_);
      sort_by_place(found_);
    }
    const bool good = seen_ && !blocks(found_) && !blocks(opened_.own());
    if (!good)
      for (Finding& each : opened_.settled(found_))
        if (each.level == Level::error) findings.push_back(std::move(each));
    return good;
  }

  void describe(Snapshot& side) {
    const auto& [publication, areas, measured, translated] = *seen_;
    side.title = publication.title;
    side.as_of = publication.as_of;
    find_pages(side);
    side.facts =
        build_facts(publication, areas, measured, *compiled_->book.corrected_figures, found_);
    for (const Observation& each : measured.cube.all()) add_figure(each, side);
    side.files.merge(made_files(opened_.disk(), *compiled_));
  }

  void take_prints(Snapshot& own, const Snapshot& site) {
    for (const std::string& path : printed_) {
      const auto made = page(path);
      const auto theirs = site.pages.contains(path) ? site.page(path) : std::nullopt;
      if (!made || !theirs) continue;
      print_words_[path] = words_of_print(*made, *theirs);
      own.pages[path] = sha256(with_print_words(path, *made));
    }
  }

  std::optional<std::string> page(const std::string& path) const {
    const auto at = makers_.find(path);
    if (at == makers_.end()) return std::nullopt;
    Templates templates(*at->second.texts);
    for (SiteFile& file : at->second.site->rendered(at->second.number, templates))
      if (file.path == path) return with_print_words(path, std::move(file.bytes));
    return std::nullopt;
  }

 private:
  struct Maker {
    const Site* site = nullptr;
    const TemplateTexts* texts = nullptr;
    std::size_t number = 0;
  };

  std::string with_print_words(const std::string& path, std::string html) const {
    const auto words = print_words_.find(path);
    const std::size_t at = html.find(pdf_mark);
    if (words != print_words_.end() && at != html.npos)
      html.replace(at, pdf_mark.size(), words->second);
    return html;
  }

  void add_figure(const Observation& seen, Snapshot& side) const {
    const auto missing = std::string(to_text(missing_reason(seen)));
    const auto& [publication, areas, measured, translated] = *seen_;
    const Indicator& indicator = publication.indicators[static_cast<std::size_t>(seen.indicator)];
    const std::string source =
        seen.source < 0 ? "" : publication.sources[static_cast<std::size_t>(seen.source)].id;
    side.figures[{indicator.id, areas.at(seen.area).code,
                  to_text(measured.cube.period(seen.period)),
                  measured.cube.breakdown(seen.breakdown)}] = {
        seen.numerator, seen.denominator,       seen.value, seen.lower, seen.upper,
        indicator.unit, flags_text(seen.flags), missing,    source};
  }

  void find_pages(Snapshot& side) {
    find_pages(compiled_->site, compiled_->look.texts, side);
    if (const CompiledEdition* other = compiled_->translated.get(); other != nullptr) {
      find_pages(other->site, other->texts, side);
      other->site.report_left(found_);
    }
  }

  void add_rendered(const SiteFile& file, const std::string& hash, const Maker& maker,
                    Snapshot& side) {
    if (!file.path.ends_with(".html")) {
      side.files[file.path] = hash;
      return;
    }
    side.pages[file.path] = hash;
    makers_[file.path] = maker;
    if (!file.prints) return;
    printed_.push_back(file.path);
    side.files[address_of_page(file.path) + std::string(pdf_name)] = {};
  }

  // Makes each page once for its hash; those that differ are made again to be read.
  void find_pages(const Site& site, const TemplateTexts& texts, Snapshot& side) {
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    const auto work = [&] {
      Templates templates(texts);
      for (std::size_t number = next++; number < site.size(); number = next++)
        for (const SiteFile& file : site.rendered(number, templates)) {
          const std::string hash = file.picture ? std::string() : sha256(file.bytes);
          const std::lock_guard lock(guard);
          add_rendered(file, hash, {&site, &texts, number}, side);
        }
    };
    on_threads(static_cast<std::size_t>(threads()), work);
  }

  OpenedPublication opened_;
  std::string home_;
  Findings found_;
  std::optional<Examined> seen_;
  std::unique_ptr<CompiledSite> compiled_;
  std::map<std::string, Maker> makers_;
  std::vector<std::string> printed_;                ///< pages that are printed too
  std::map<std::string, std::string> print_words_;  ///< what is said of it there
};

std::optional<OpenedSnapshot> publication_snapshot(const Surroundings& surroundings,
                                                   const std::string& path, const Areas& areas,
                                                   Findings& findings) {
  const auto made = std::make_shared<MadePublication>(surroundings, path);
  if (!made->make(findings)) {
    report_error(findings, {path, 0, 0}, "diff.publication",
                 {"この発行物は、今のままでは build できません。上の誤りを直してください",
                  "this publication can't be built as it is; mend the errors above"});
    return std::nullopt;
  }
  OpenedSnapshot compared;
  compared.side.name = path;
  name_areas(areas, compared.side);
  made->describe(compared.side);
  compared.side.page = [made](const std::string& page) { return made->page(page); };
  compared.take_prints = [made](Snapshot& own, const Snapshot& site) {
    made->take_prints(own, site);
  };
  compared.kept = made;
  return compared;
}

}  // namespace

void name_areas(const Areas& areas, Snapshot& side) {
  for (int id = 0; id < areas.size(); ++id) {
    const Area& area = areas.at(id);
    if (area.code.empty()) continue;
    side.area_names[area.code] = full_name(areas, id);
    if (!area.name_en.empty()) side.english_names[area.code] = area.name_en;
  }
  side.english_names[areas.at(Areas::nation).code] = "Japan";
}

std::optional<OpenedSnapshot> opened_snapshot(const Surroundings& surroundings,
                                              const std::string& path, const Areas& areas,
                                              Findings& findings) {
  RealDisk disk;
  if (disk.size(path + "/manifest.json")) {
    if (auto site = site_snapshot(path, areas, findings)) return site;
    if (!blocks(findings))
      report_error(findings, {path + "/manifest.json", 0, 0}, "diff.site",
                   {"build が作ったサイトの一覧ではありません",
                    "this is no list of the files of a site that build made"});
    return std::nullopt;
  }
  if (disk.size(path + "/publication.toml") || (is_book_path(path) && disk.size(path)))
    return publication_snapshot(surroundings, path, areas, findings);
  report_error(findings, {path, 0, 0}, "diff.neither",
               {"build が作ったサイト（manifest.json のあるフォルダー）でも、発行物"
                "（publication.toml のあるフォルダーか、エクセル）でもありません",
                "this is neither a site that build made (a folder with manifest.json) nor a "
                "publication (a folder with publication.toml, or a workbook)"});
  return std::nullopt;
}

}  // namespace yokoten
