#include "command/opened_snapshot.h"

#include <fmt/format.h>

#include <atomic>
#include <mutex>

#include "base/hash.h"
#include "base/threads.h"
#include "command/asked_area.h"
#include "command/book_cells.h"
#include "command/opened_publication.h"
#include "compiled_site.h"
#include "model/missing_reason.h"
#include "model/report.h"
#include "pipeline.h"

namespace yokoten {
namespace {

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
  }

  std::optional<std::string> page(const std::string& path) const {
    const auto at = makers_.find(path);
    if (at == makers_.end()) return std::nullopt;
    Templates templates(*at->second.texts);
    for (SiteFile& file : at->second.site->rendered(at->second.number, templates))
      if (file.path == path) return std::move(file.bytes);
    return std::nullopt;
  }

 private:
  struct Maker {
    const Site* site = nullptr;
    const TemplateTexts* texts = nullptr;
    std::size_t number = 0;
  };

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

  // Makes each page once for its hash; those that differ are made again to be read.
  void find_pages(const Site& site, const TemplateTexts& texts, Snapshot& side) {
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    const auto work = [&] {
      Templates templates(texts);
      for (std::size_t number = next++; number < site.size(); number = next++)
        for (const SiteFile& file : site.rendered(number, templates)) {
          if (!file.path.ends_with(".html")) continue;
          const std::string hash = sha256(file.bytes);
          const std::lock_guard lock(guard);
          side.pages[file.path] = hash;
          makers_[file.path] = {&site, &texts, number};
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
  compared.side.area_names = names_of_areas(areas);
  made->describe(compared.side);
  compared.side.page = [made](const std::string& page) { return made->page(page); };
  compared.kept = made;
  return compared;
}

}  // namespace

std::map<std::string, std::string> names_of_areas(const Areas& areas) {
  std::map<std::string, std::string> names;
  for (int id = 0; id < areas.size(); ++id)
    if (!areas.at(id).code.empty()) names[areas.at(id).code] = full_name(areas, id);
  return names;
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
