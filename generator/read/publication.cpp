#include "read/publication.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "base/at_once.h"
#include "base/lists.h"
#include "base/threads.h"
#include "model/report.h"
#include "read/accessibility.h"
#include "read/contacts.h"
#include "read/corrections.h"
#include "read/event.h"
#include "read/framework.h"
#include "read/glossary.h"
#include "read/good_practice.h"
#include "read/indicator_file.h"
#include "read/linked_files.h"
#include "read/misspelt_files.h"
#include "read/named_files.h"
#include "read/page_files.h"
#include "read/programmes.h"
#include "read/project.h"
#include "read/publication_file.h"
#include "read/pulled_files.h"
#include "read/raw_tables.h"
#include "read/released.h"
#include "read/source_list.h"
#include "read/still_picture.h"
#include "read/translated_page.h"
#include "read/translation.h"
#include "read/unfilled.h"
#include "read/waivers.h"

namespace yokoten {
namespace {

/// Reads the folder of one publication.
class PublicationReader {
 public:
  PublicationReader(Disk& disk, const std::string& folder, Findings& findings)
      : disk_(disk), findings_(findings) {
    out_.folder = folder;
    while (out_.folder.ends_with('/')) out_.folder.pop_back();
    out_.name = out_.folder.substr(out_.folder.rfind('/') + 1);
  }

  Publication read();

 private:
  std::optional<std::string> required(const std::string& name);
  std::vector<NamedFile> named_files(const std::string& name, std::string_view ending, bool deep) {
    return yokoten::named_files(disk_, path(name), ending, deep, findings_);
  }
  bool read_sources();
  void read_corrections();
  void read_programmes();
  void read_indicators();
  void read_figures();
  void read_charts();
  void find_logos();
  void read_translation();
  void read_practices();
  void translate_practices();
  void translate_projects();
  void read_projects();
  void read_events();
  void read_contacts();
  void read_glossary();
  void read_waivers();
  void read_accessibility();
  void read_releases();
  std::string path(const std::string& name) const { return out_.folder + '/' + name; }
  Place place_of_name(const std::string& name);

  Disk& disk_;
  Findings& findings_;
  Publication out_;
  std::vector<NamedFile> indicator_files_;
  std::vector<std::string> indicator_ids_;
  std::map<std::string, std::vector<PageText>> texts_;  ///< pages `X.LANGUAGE.md` by language
};

std::optional<std::string> PublicationReader::required(const std::string& name) {
  auto bytes = disk_.read(path(name));
  if (!bytes)
    report_error(findings_, {path(name), 0, 0}, "publication.missing",
                 {"ファイルがありません", "the file is not there"});
  else
    report_unfilled(*bytes, path(name), findings_);
  return bytes;
}

// Where publication.toml names a file.
Place PublicationReader::place_of_name(const std::string& name) {
  const std::string file = path("publication.toml");
  const std::string bytes = disk_.read(file).value_or(std::string());
  const std::size_t at = bytes.find('"' + name + '"');
  if (at == std::string::npos) return {file, 0, 0};
  const std::size_t line = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;
  const auto row = std::ranges::count(std::string_view(bytes).substr(0, at), '\n') + 1;
  return {file, static_cast<int>(row), static_cast<int>(at - line) + 1};
}

// False when there are none because their description can't be read: what names them is then not
// looked at, since every name would seem to be unknown.
bool PublicationReader::read_sources() {
  const std::size_t before = findings_.size();
  const auto bytes = required("sources.toml");
  if (!bytes) return false;
  out_.sources_text = *bytes;
  auto texts = yokoten::read_sources(*bytes, path("sources.toml"), findings_);
  add_provenance(disk_, out_.folder, texts, findings_);
  out_.tables = read_raw_tables(disk_, out_.folder, texts, out_.boundaries, findings_);
  for (SourceText& text : texts) out_.sources.push_back(std::move(text.source));
  return !out_.sources.empty() || findings_.size() == before;
}

void PublicationReader::read_corrections() {
  const std::string file = path("corrections.toml");
  const auto bytes = disk_.read(file);
  if (bytes) out_.corrections = yokoten::read_corrections(*bytes, file, findings_);
  apply_corrections(out_, findings_);
}

void PublicationReader::read_programmes() {
  const std::string file = path("programmes.toml");
  if (const auto bytes = disk_.read(file))
    out_.programmes = yokoten::read_programmes(*bytes, file, findings_);
  if (!out_.programmes.empty()) return;
  for (const Source& source : out_.sources)
    if (names_offices(source))
      return report_error(findings_, {file, 0, 0}, "programme.missing",
                          {"効果報告があるので、補助事業を programmes.toml に書いてください",
                           "there are effect reports; describe the subsidies in programmes.toml"});
}

void PublicationReader::read_indicators() {
  std::vector<Place> framework_places;
  for (const NamedFile& file : indicator_files_) {
    const auto bytes = disk_.read(file.path).value_or(std::string());
    report_unfilled(bytes, file.path, findings_);
    auto text =
        read_indicator(bytes, file.path, file.stem, {out_.sources, indicator_ids_}, findings_);
    out_.indicators.push_back(std::move(text.indicator));
    framework_places.push_back(text.framework_place);
  }
  bind_framework(out_, framework_places, findings_);
}

// Pages `X.en.md` beside their `X.md`.
void PublicationReader::read_translation() {
  const std::string language = out_.languages.size() < 2 ? "" : out_.languages.back();
  for (const auto& [other, pages] : texts_)
    for (const PageText& page : pages)
      if (other != language)
        report_warning(
            findings_, {page.file, 0, 0}, "publication.file",
            {"language にない言語のページなので読まれません",
             "this page is in a language that `language` does not name; it is not read"});
  report_unread_translations(disk_, out_.folder, language, findings_);
  if (language.empty()) return;
  out_.translation = yokoten::read_translation(disk_, out_.folder, language, findings_);
  std::vector<PageText>& texts = texts_[language];
  const auto own_of = [&](const PageText& page) {
    return std::find_if(texts.begin(), texts.end(), [&](const PageText& each) {
      return std::tie(each.path, each.is_case, each.is_project) ==
             std::tie(page.path, page.is_case, page.is_project);
    });
  };
  for (const PageText& page : out_.pages) {
    const auto own = own_of(page);
    const std::string name = page.file.substr(0, page.file.size() - 2) + language + ".md";
    if (own == texts.end()) {
      report_error(findings_, {page.file, 0, 0}, "translation.page",
                   {"このページの訳 " + name + " がありません",
                    "its translation " + name + " is not there"});
      continue;
    }
    out_.translated_pages.push_back(translated_page(page, *own, findings_));
    texts.erase(own);
  }
  for (const PageText& page : texts)
    report_error(findings_, {page.file, 0, 0}, "translation.page",
                 {"訳すもとのページがありません", "the page that it translates is not there"});
}

void PublicationReader::read_charts() {
  for (const NamedFile& file : named_files("charts", ".vl.json", false))
    out_.charts["charts/" + file.stem + ".vl.json"] = disk_.read(file.path).value_or(std::string());
}

void PublicationReader::find_logos() {
  for (std::string* logo : {&out_.look.logo, &out_.look.logo_dark}) {
    if (logo->empty()) continue;
    const auto bytes = disk_.read(path(*logo));
    const std::string moving =
        bytes && logo->ends_with(".svg") ? moving_part(*bytes) : std::string();
    if (bytes && moving.empty()) continue;
    const Place place = bytes ? Place{path(*logo), 0, 0} : place_of_name(*logo);
    report_error(
        findings_, place, "look.logo",
        !bytes ? Message{*logo + " がありません", *logo + " is not there"}
        : moving == no_xml
            ? Message{"SVGが整ったXMLではなく、読めません。閉じていない要素や、xmlnsのない接頭辞（"
                      "xlink: など）がないか確かめ、描いたソフトで保存し直してください",
                      "the SVG is not well-formed XML: look for elements that are not closed and "
                      "prefixes (xlink: …) without their xmlns, or save it again where it was "
                      "drawn"}
            : Message{"SVGは絵だけにしてください。動くか、外のものを読むものがあります: " + moving,
                      "an SVG is to be a picture only; in this one something runs or is "
                      "loaded from elsewhere: " +
                          moving});
    logo->clear();
  }
}

void PublicationReader::read_projects() {
  for (const PageText& page : out_.pages) {
    if (!page.is_project) continue;
    auto project = read_project(page, findings_);
    if (!project) continue;
    find_documents(disk_, out_.folder, *project, findings_);
    out_.projects.push_back(std::move(*project));
  }
}

void PublicationReader::read_practices() {
  std::vector<const PageText*> cases;
  for (const PageText& page : out_.pages)
    if (page.is_case) cases.push_back(&page);
  std::vector<std::optional<GoodPractice>> practices(cases.size());
  std::vector<Findings> told(cases.size());
  share_out(cases.size(), [&](std::size_t at) {
    practices[at] = read_good_practice(*cases[at], out_.case_words, told[at]);
  });
  for (std::size_t at = 0; at < cases.size(); ++at) {
    findings_.insert(findings_.end(), told[at].begin(), told[at].end());
    if (!practices[at]) continue;
    find_photos(disk_, out_.folder, *practices[at], findings_);
    out_.practices.push_back(std::move(*practices[at]));
  }
}

// What is wrong in files and codes of the case was told of the case itself.
void PublicationReader::translate_practices() {
  for (const PageText& page : out_.translated_pages) {
    Findings told;
    if (!page.is_case) continue;
    auto practice = read_good_practice(page, out_.case_words, told);
    if (!practice) continue;
    find_photos(disk_, out_.folder, *practice, told);
    out_.translated_practices.push_back(std::move(*practice));
  }
}

void PublicationReader::translate_projects() {
  for (const PageText& page : out_.translated_pages) {
    Findings told;
    if (!page.is_project) continue;
    auto project = read_project(page, told);
    if (!project) continue;
    find_documents(disk_, out_.folder, *project, told);
    out_.translated_projects.push_back(std::move(*project));
  }
}

void PublicationReader::read_events() {
  for (const NamedFile& file : named_files("events", ".toml", false)) {
    const auto bytes = disk_.read(file.path).value_or(std::string());
    report_unfilled(bytes, file.path, findings_);
    out_.events.push_back(read_event(bytes, file.path, file.stem, findings_));
  }
}

void PublicationReader::read_contacts() {
  const std::string file = path("contacts.toml");
  const auto bytes = disk_.read(file);
  if (!bytes) return;
  report_unfilled(*bytes, file, findings_);
  out_.contacts = yokoten::read_contacts(*bytes, file, findings_);
}

void PublicationReader::read_glossary() {
  const std::string file = path("glossary.toml");
  const auto bytes = disk_.read(file);
  if (!bytes) return;
  report_unfilled(*bytes, file, findings_);
  out_.glossary = yokoten::read_glossary(*bytes, file, findings_);
}

void PublicationReader::read_waivers() {
  const std::string file = path("duty.toml");
  if (const auto bytes = disk_.read(file))
    out_.waivers = yokoten::read_waivers(*bytes, file, out_.programmes, findings_);
}

void PublicationReader::read_accessibility() {
  const std::string file = path("accessibility.toml");
  if (const auto bytes = disk_.read(file))
    out_.accessibility = yokoten::read_accessibility(*bytes, file, findings_);
}

void PublicationReader::read_releases() {
  std::vector<std::string>& names = out_.released_files;
  for (const NamedFile& kept : named_files("releases", ".csv", false)) {
    const std::string name = "releases/" + kept.stem + ".csv";
    add_new(names, name);
  }
  int release = 0;
  for (const std::string& name : names) {
    const auto bytes = name.find("..") == std::string::npos ? disk_.read(path(name)) : std::nullopt;
    if (!bytes) {
      report_error(findings_, place_of_name(name), "publication.released",
                   {name + " がありません（released は発行物の中の場所です）",
                    name + " is not there (released names places inside the publication)"});
      continue;
    }
    for (ReleasedFigure& figure : read_released(*bytes, path(name), findings_)) {
      figure.release = release;
      out_.released.push_back(std::move(figure));
    }
    out_.releases.push_back(release_of(name, *bytes));
    ++release;
  }
}

// What figures are made of, and what the publication is.
void PublicationReader::read_figures() {
  indicator_files_ = named_files("indicators", ".toml", false);
  for (const NamedFile& file : indicator_files_) indicator_ids_.push_back(file.stem);
  if (read_sources()) {
    read_corrections();
    read_programmes();
    read_waivers();
    read_framework_rows(out_, findings_);
    read_labels(out_, findings_);
    read_indicators();
  }
  const auto bytes = required("publication.toml");
  if (bytes) read_description(*bytes, path("publication.toml"), indicator_ids_, out_, findings_);
  for (Source& source : out_.sources) source.home = out_.prefecture;
  read_releases();
}

Publication PublicationReader::read() {
  ReadPages pages;
  Findings of_pages;
  at_once([&] { read_figures(); }, [&] { pages = read_page_texts(disk_, out_.folder, of_pages); });
  findings_.insert(findings_.end(), of_pages.begin(), of_pages.end());
  out_.pages = std::move(pages.own);
  texts_ = std::move(pages.others);
  read_translation();
  read_charts();
  find_logos();
  read_practices();
  read_projects();
  translate_practices();
  translate_projects();
  read_events();
  read_contacts();
  read_glossary();
  read_accessibility();
  return std::move(out_);
}

}  // namespace

std::optional<Publication> read_publication(Disk& disk, const std::string& folder,
                                            Findings& findings) {
  if (const bool is_file = disk.read(folder).has_value(); is_file || !disk.exists(folder)) {
    const Message file = {"ファイルです。これの入っているフォルダーを指定してください",
                          "this is a file; name its folder"},
                  nothing = {"フォルダーがありません", "the folder is not there"};
    report_error(findings, {folder, 0, 0}, "publication.missing", is_file ? file : nothing);
    return std::nullopt;
  }
  Findings own;
  refuse_links(disk, folder, own);
  report_misspelt(disk, folder, own);
  report_misnamed(disk, folder, own);
  Publication publication = PublicationReader(disk, folder, own).read();
  sort_by_place(own);
  findings.insert(findings.end(), own.begin(), own.end());
  return blocks(own) ? std::nullopt : std::optional(std::move(publication));
}

}  // namespace yokoten
