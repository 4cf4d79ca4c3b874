#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/accessibility.h"
#include "model/area.h"
#include "model/boundaries.h"
#include "model/case_words.h"
#include "model/contact.h"
#include "model/duty.h"
#include "model/effect_report.h"
#include "model/event.h"
#include "model/glossary.h"
#include "model/good_practice.h"
#include "model/indicator.h"
#include "model/look.h"
#include "model/project.h"
#include "model/source.h"
#include "model/table.h"
#include "model/translation.h"

namespace yokoten {

/// A printed text that is wrong, what stands for it, and why. Applied once, at one cell.
struct Correction {
  std::string source, column, printed, corrected, reason, decided_by, decided_on;
  int row = 0;             ///< of the file, from 1 with the header
  Place place;             ///< in corrections.toml
  int area = Areas::none;  ///< the area of the corrected row, once resolved
};

/// A figure that an earlier release of the publication has shown or hidden, by its own words.
struct ReleasedFigure {
  std::string indicator, area_code, period, breakdown;
  std::optional<Decimal> numerator, denominator;
  bool suppressed = false;
  int release = 0;  ///< position in Publication::releases
  std::optional<Decimal> value{}, lower{};
  std::string missing{};  ///< word for the reason where it has neither
  std::uint8_t flags = 0;
};

/// An earlier release: an observations.csv that the publication keeps.
struct Release {
  std::string file;       ///< path inside the publication: `releases/2024-12.csv`
  std::string date;       ///< what the file is called where that is a date; else empty
  bool is_shown = false;  ///< goes out again; the others only count for what they have told
};

/// A page as it was written: front matter as text, Markdown as text.
struct PageText {
  std::string path;                 ///< inside `pages/`, `cases/` or `projects/`, without `.md`
  std::string file;                 ///< for places
  std::string front;                ///< YAML between the `---` lines
  std::string body;                 ///< Markdown
  int front_row = 1, body_row = 1;  ///< line of the file where they start
  bool is_case = false, is_project = false;
};

/// The place of what stands in the front matter of a page, in its line (from 0) after so many
/// bytes.
Place place_in_front(const PageText& page, int line, int bytes);

/// A link in the navigation or the footer.
struct NavigationItem {
  std::string title, path;
  Place place{};  ///< of the path
};

/// What readers can take away as files beside the pages; all of it where `[files]` says nothing.
struct OfferedFiles {
  std::vector<std::string> charts = {"csv", "svg", "spec"};  ///< beside charts
  std::vector<std::string> cards = {"csv", "svg", "spec"};   ///< beside the pictures of cards
  std::vector<std::string> areas = {"csv", "json", "xlsx"};  ///< the figures of each area
  /// All figures, and those of each indicator: beside the CSV, which others rely on.
  std::vector<std::string> figures = {"json", "xlsx"};
  bool share = true;  ///< pictures that shared links show
};

/// Labels of the codes of a breakdown, in order.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// A publication folder, read completely.
struct Publication {
  std::string folder, name;  ///< data/national, national
  std::string title, short_title, publisher, contact, language = "ja", base_url, licence, notice;
  std::vector<std::string> languages = {"ja"};  ///< of the site; the first one stands at its top
  std::string base;   ///< of an edition in another language, below the site: `en/`
  std::string about;  ///< one paragraph for the foot of every page
  std::string as_of;
  bool both_years = false;  ///< 令和6（2024）年度 for 2024年度
  std::string prefecture;   ///< full name, of a prefecture's publication; else empty
  Place prefecture_place;   ///< where it is named
  std::vector<NavigationItem> navigation, footer;
  Look look;
  std::vector<std::string> headline;  ///< ids of the indicators, most important first
  std::string sources_text;           ///< of sources.toml, as it was read
  std::vector<Source> sources;
  std::vector<Table> tables;           ///< one a source, same position
  std::vector<Boundaries> boundaries;  ///< one a source of that kind
  std::vector<Indicator> indicators;
  std::vector<Correction> corrections;
  std::vector<Programme> programmes;
  std::vector<ModelProject> projects;  ///< one a page of projects/
  std::vector<Event> events;           ///< one a file of events/, by id
  Contacts contacts;                   ///< contacts.toml
  std::vector<GlossaryTerm> glossary;  ///< glossary.toml, by reading
  std::vector<Waiver> waivers;         ///< duty.toml
  Accessibility accessibility;         ///< accessibility.toml
  CaseWords case_words = usual_case_words();
  OfferedFiles offered;                 ///< `[files]`
  bool cases_as_pdf = false;            ///< the collection of cases goes out as PDF too
  std::vector<GoodPractice> practices;  ///< one a page of cases/ that says `case`, by slug
  std::vector<PageText> pages;
  std::map<std::string, std::string> charts;     ///< charts/NAME.vl.json → its text
  std::map<std::string, Labels> labels;          ///< breakdown key → code, label
  std::vector<std::string> released_files;       ///< `released`, then what else lies in releases/
  std::vector<Release> releases;                 ///< one a file that could be read
  std::vector<ReleasedFigure> released;          ///< what stands in them
  std::vector<FrameworkRow> framework;           ///< rows in the source's order
  std::map<std::string, std::string> words;      ///< templates/words, `state.not_published`
  std::map<std::string, std::string> singulars;  ///< unit → what it is after 1; for English
  std::map<std::string, std::string> printed;    ///< text of a cell or heading → in the language
  /// Where the pages of this edition begin.
  std::string own_url() const { return base_url + base; }
  Translation translation;  ///< of the last of `languages`, if it is another one
  std::vector<PageText>
      translated_pages;  ///< in that language, one a page where nothing is missing
  std::vector<GoodPractice> translated_practices;  ///< one a practice, in its order
  std::vector<ModelProject> translated_projects;

  int source(const std::string& id) const;     ///< position, -1 for none
  int indicator(const std::string& id) const;  ///< position, -1 for none
  /// The shapes of a source, nullptr where it is of another kind or could not be read.
  const Boundaries* boundaries_of(int source) const;
};

/// Whether figures of the measure may be summed: not where an indicator whose figures don't add up,
/// such as a printed rate, takes it, and no other one does.
bool adds_up(const Publication& publication, const std::string& measure);

}  // namespace yokoten
