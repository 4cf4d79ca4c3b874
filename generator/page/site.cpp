#include "page/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "base/html_text.h"
#include "base/threads.h"
#include "model/report.h"
#include "model/site_address.h"
#include "page/case_parts.h"
#include "page/dates.h"
#include "page/flow_html.h"
#include "page/glossary.h"
#include "page/project_parts.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/share.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

std::string root_of(const std::string& path) {
  const auto depth = std::count(path.begin(), path.end(), '/');
  std::string root;
  for (auto at = depth; at > 0; --at) root += "../";
  return root.empty() ? "./" : root;
}

// What 秘匿 means, on pages that say it of a figure.
std::string hidden_note(const Context& context, const std::string& content) {
  const std::string& word = context.book.word("state.suppressed");
  if (!context.book.hides || content.find('>' + word) == std::string::npos) return {};
  return context.templates.filled(
      "note", View()
                  .text("id", "hidden")
                  .text("title", word)
                  .text("text_html", html_text(context.book.word("page.hidden_why")))
                  .flag("plain", true));
}

// On the page of a case or a model project the parts that no block shows stand around the text.
std::string body_html(Context& context, const CompiledPage& page) {
  std::string text = flow_html(context, page, page.body.flow);
  if (page.practice != nullptr)
    return case_facts_section(context, *page.practice) + text +
           case_other_sections(context, *page.practice);
  if (page.project == nullptr) return text;
  const std::string facts = project_facts_section(context, *page.project);
  return facts + text + project_other_sections(context, *page.project);
}

// The first three places of a case, in few words.
std::string places_text(const Book& book, const GoodPractice& practice) {
  constexpr std::size_t most = 3;
  std::string text;
  const std::vector<int> areas = areas_of(practice, book.areas);
  for (std::size_t at = 0; at < areas.size() && at < most; ++at)
    text += (at == 0 ? "" : book.word("join.dot")) + place_name(book.areas, book.home, areas[at]);
  return areas.size() > most ? book.word("case.and_others", {text}) : text;
}

bool has_correction(const std::vector<const Correction*>& all, const Correction& one) {
  return std::find(all.begin(), all.end(), &one) != all.end();
}

// Corrections of figures that the page uses where no block has told of them: in full where the
// figure stands there itself, in few words where it is part of a sum or a count.
std::string correction_notes(Context& context, const FigureWatch& watch) {
  const Book& book = context.book;
  std::string text, below;
  for (const Correction& each : book.publication.corrections) {
    const bool own = has_correction(watch.corrections, each);
    if (!(own || has_correction(watch.below, each)) || !context.told.insert(&each).second) continue;
    if (own)
      add_sentence(book, text, correction_text(book, each));
    else
      add_listed(book, below, corrected_subject(book, each));
  }
  if (!below.empty()) add_sentence(book, text, book.word("page.corrected_below", {below}));
  if (text.empty()) return {};
  text += book.word("join.gap");
  const std::string link =
      link_html(context.page_link("data/#corrections"), book.word("page.corrections"));
  return note_html(context, {.title = book.word("label.read_as"),
                             .html = html_text(text) + link,
                             .id = {},
                             .plain = true});
}

/// Whether the search finds the same centres by both pages.
bool finds_the_same(const Book& book, const CompiledPage& some, const CompiledPage& others) {
  const auto centres = [&](const CompiledPage& page) {
    std::vector<std::tuple<std::string, int, std::string>> found;
    for (const auto& block : page.blocks)
      if (block != nullptr)
        for (const ListedOffice& each : block->centres(book))
          found.emplace_back(each.name, each.area, each.anchor);
    return found;
  };
  return centres(some) == centres(others);
}

}  // namespace

Site::Site(const Book& book, AssetPaths assets, const std::vector<std::string>& other_files,
           Findings& findings)
    : book_(book), assets_(std::move(assets)) {
  compile(findings);
  for (std::size_t page = 0; page < pages_.size(); ++page) add_instances(page, findings);
  for (const auto& [path, number] : by_path_) paths_.insert(path);
  add_cases();
  for (const CompiledPage& page : pages_)
    if (page.holds.contains("glossary") && page.front.each == Each::page)
      glossary_page_ = page.path;
  for (const CompiledPage& page : pages_)
    if (page.holds.contains("explorer") && page.front.each == Each::page)
      assets_.explorer.at = page.path;
  duties_ = yokoten::duties(book, block_pages(), cases_);
  // What could not be read is not there: that is told already.
  if (!blocks(findings) && book.publication.base.empty())
    report_duties(book.publication, duties_, findings);
  check_links(other_files, findings);
  check_navigation(findings);
  check_find(findings);
}

// Pages don't know one another, and are compiled side by side.
void Site::compile(Findings& findings) {
  const auto& texts = book_.publication.pages;
  std::vector<Findings> told(texts.size());
  pages_.resize(texts.size());
  share_out(texts.size(), [&](std::size_t at) {
    FigureReads reads;
    {
      const NotedReads noted(&reads);
      pages_[at] = compiled_page(book_, texts[at], told[at]);
    }
    pages_[at].reads = std::move(reads);
    pages_[at].reads.settle();
  });
  for (const Findings& each : told) findings.insert(findings.end(), each.begin(), each.end());
}

// That a model project says something is a duty, which other pages tell of.
std::optional<CompiledPage> Site::compiled_anew(std::size_t page, const PageText& text) const {
  const CompiledPage& before = pages_[page];
  if (text.front != book_.publication.pages[page].front || text.is_project) return std::nullopt;
  Findings told;
  CompiledPage made = compiled_page(book_, text, told);
  const bool alone =
      made.holds == before.holds && leads_on(made, before) && finds_the_same(book_, made, before);
  return told.empty() && alone ? std::optional(std::move(made)) : std::nullopt;
}

void Site::replace(const AssetPaths& assets) {
  const std::string explorer = assets_.explorer.at;
  assets_ = assets;
  assets_.explorer.at = explorer;
}

void Site::add_instance(Instance instance, Findings& findings) {
  const auto [at, added] = by_path_.try_emplace(instance.path, instances_.size());
  if (!added) {
    const Place& first = pages_[instances_[at->second].page].front.where;
    report_error(findings, pages_[instance.page].front.where, "page.twice",
                 {fmt::format("アドレス /{} は {} も作ります", instance.path, first.file),
                  fmt::format("the address /{} is made by {} too", instance.path, first.file)});
    return;
  }
  instances_.push_back(std::move(instance));
}

void Site::add_instances(std::size_t page, Findings& findings) {
  const CompiledPage& made = pages_[page];
  if (made.front.each == Each::page)
    return add_instance({page, made.path, made.area, -1}, findings);
  if (made.front.each == Each::indicator) {
    for (int id = 0; id < static_cast<int>(book_.publication.indicators.size()); ++id)
      add_instance({page, "indicators/" + book_.indicator(id).id + '/', Areas::none, id}, findings);
    return;
  }
  if (made.front.each == Each::case_tag) {
    for (const CaseTag& tag : book_.case_tags())
      add_instance({page, tag.path, tag.area, -1, &tag}, findings);
    return;
  }
  if (made.front.each == Each::release) {
    int at = -1;
    for (const ReleaseChanges& release : book_.history->releases())
      add_instance({page, "releases/" + release.date + '/', Areas::none, -1, nullptr, ++at},
                   findings);
    return add_instance({page, "releases/latest/", Areas::none, -1, nullptr, at}, findings);
  }
  const AreaLevel level =
      made.front.each == Each::prefecture ? AreaLevel::prefecture : AreaLevel::municipality;
  for (int area = 0; area < book_.areas.size(); ++area)
    if (book_.areas.at(area).level == level && book_.is_about(area))
      add_instance({page, book_.areas.path(area), area, -1}, findings);
}

void Site::add_cases() {
  for (std::size_t at = 0; at < pages_.size(); ++at) {
    const CompiledPage& page = pages_[at];
    const PageText& text = book_.publication.pages[at];
    if (!text.is_case && !text.is_project) continue;
    CaseEntry entry;
    entry.is_project = text.is_project;
    entry.path = page.path;
    entry.title = page.front.title;
    entry.summary = page.front.summary;
    entry.place = page.front.place;
    if (entry.place.empty() && page.practice != nullptr)
      entry.place = places_text(book_, *page.practice);
    else if (entry.place.empty() && page.area != Areas::none)
      entry.place = book_.areas.at(book_.areas.prefecture_of(page.area)).name + ' ' +
                    book_.areas.at(page.area).name;
    entry.fact = page.fact;
    entry.area = page.area;
    entry.order = page.front.order;
    entry.planned = page.front.status == "planned";
    entry.practice = page.practice;
    entry.page = &page;
    cases_.push_back(std::move(entry));
  }
  std::stable_sort(cases_.begin(), cases_.end(), [](const CaseEntry& a, const CaseEntry& b) {
    return std::tie(a.order, a.path) < std::tie(b.order, b.path);
  });
}

// Of several pages with a block the one meant for it: one that is made once before those of
// indicators, and the top page only where no other has it.
BlockPages Site::block_pages() const {
  BlockPages found;
  std::map<std::string, int> ranks;
  for (const auto& [path, number] : by_path_) {
    const Instance& instance = instances_[number];
    const CompiledPage& page = pages_[instance.page];
    const bool once = page.front.each == Each::page;
    if ((!once && page.front.each != Each::indicator) || path == "404.html") continue;
    const int rank = !once ? 3 : path.empty() ? 2 : 1;
    const std::string& title =
        once ? page.front.title : book_.indicator(instance.indicator).short_title;
    for (const std::string& block : page.holds)
      if (int& best = ranks[block]; best == 0 || rank < best) {
        best = rank;
        found[block] = {title, path};
      }
  }
  return found;
}

std::optional<std::size_t> Site::number_of(const std::string& path) const {
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? std::nullopt : std::optional(at->second);
}

bool Site::has_find() const {
  return std::any_of(pages_.begin(), pages_.end(),
                     [](const CompiledPage& page) { return !page.front.find.empty(); });
}

bool Site::has_explorer() const {
  return std::any_of(pages_.begin(), pages_.end(),
                     [](const CompiledPage& page) { return page.holds.contains("explorer"); });
}

// The search form sends readers without scripts to the list of areas.
void Site::check_find(Findings& findings) const {
  for (const CompiledPage& page : pages_)
    if (!page.front.find.empty() && !has_page("areas/"))
      report_error(findings, page.front.where, "page.find",
                   {"find を使うには areas/ のページ（pages/areas.md）が要ります",
                    "find needs the page areas/ (pages/areas.md)"});
}

Context Site::context_of(const Book& book, const Instance& instance,
                         const Templates& templates) const {
  // A server shows this page at any address, so its links can't begin at that.
  const bool lost = instance.path == "404.html";
  const std::string mount = lost ? mount_of(book.publication.base_url) : std::string();
  return {.book = book,
          .cases = cases_,
          .duties = duties_,
          .pages = paths_,
          .templates = templates,
          .path = lost ? "" : instance.path,
          .root = mount.empty() ? root_of(instance.path) : mount + book.publication.base,
          .top = mount.empty() ? root_of(book.publication.base + instance.path) : mount,
          .area = instance.area,
          .indicator = instance.indicator,
          .release = instance.release < 0
                         ? nullptr
                         : &book.history->releases()[static_cast<std::size_t>(instance.release)],
          .search_script = assets_.search_script,
          .explorer = assets_.explorer,
          .tag = instance.tag,
          .has_evidence = pages_[instance.page].holds.contains("evidence")};
}

std::vector<SiteFile> Site::rendered(std::size_t number, const Templates& templates) const {
  const Instance& instance = instances_[number];
  const CompiledPage& page = pages_[instance.page];
  FigureWatch watch{book_.watch == nullptr ? nullptr : book_.watch->observation};
  Book book = book_;
  book.watch = &watch;
  Context context = context_of(book, instance, templates);
  std::string content = opening_html(context, page);
  const std::string body = body_html(context, page);
  constexpr std::size_t room_for_notes = 4096;
  content.reserve(content.size() + body.size() + room_for_notes);
  content += body;
  const bool area_page =
      page.front.each == Each::prefecture || page.front.each == Each::municipality;
  if (area_page && !page.holds.contains("notes")) {
    const TomlNode nothing;
    Findings ignored;
    Options options(book_, nothing, page.front.each, ignored);
    content += maker_of("notes")(options)->html(context);
  }
  content += correction_notes(context, watch);
  content += hidden_note(context, content);
  if (!page.holds.contains("glossary"))
    content = with_terms(context, std::move(content), glossary_page_);
  for (const EmbeddedChart& chart : context.embedded)
    context.files.push_back(embed_file(context, instance, chart));
  const bool file = instance.path.ends_with(".html");
  View shell = shell_view(context, instance, std::move(content));
  std::vector<SiteFile> files = std::move(context.files);
  auto picture = share_picture(context, instance);
  if (!picture)
    shell.flag("share", false);
  else
    shell.view("share", View().text("picture", book_.publication.own_url() + picture->path));
  if (picture) files.push_back(std::move(*picture));
  if (watch.seen && book_.watch != nullptr) book_.watch->seen = true;
  files.push_back({file ? instance.path : instance.path + "index.html",
                   templates.filled("page", shell), false,
                   context.prints && book_.publication.cases_as_pdf});
  finish(files);
  return files;
}

std::optional<SiteFile> Site::share_picture(const Context& context,
                                            const Instance& instance) const {
  const CompiledPage& page = pages_[instance.page];
  const Publication& publication = book_.publication;
  if (page.share.empty() || publication.base_url.empty() || !publication.offered.share) return {};
  Figure figure;
  if (context.indicator >= 0) figure = newest_figure(book_, context.indicator, context.whole());
  const Text& said = share_sentence(page, context.indicator >= 0 ? &figure : nullptr);
  if (said.empty()) return {};
  const auto as_of = parse_period(publication.as_of);
  const std::string foot =
      as_of ? book_.word("page.share_foot", {publication.publisher, date_text(book_, *as_of)})
            : publication.publisher;
  const std::string svg =
      share_svg({context.plain(page.title), context.plain(said, &figure), publication.title, foot});
  // Two pages may say the same; each has a picture of its own.
  return SiteFile{"share/" + sha256(instance.path + '\n' + svg).substr(0, 16) + ".png", svg, true};
}

std::vector<std::string> Site::addresses() const {
  std::vector<std::string> all;
  for (const Instance& instance : instances_)
    if (!instance.path.ends_with(".html") && instance.path != "releases/latest/")
      all.push_back(instance.path);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace yokoten
