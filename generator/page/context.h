#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/duty.h"
#include "page/book.h"
#include "page/front_matter.h"
#include "page/templates.h"
#include "page/text.h"

namespace yokoten {

/// A finished file of the site.
struct SiteFile {
  std::string path;  ///< below the site: areas/31/index.html
  std::string bytes;
  bool picture = false;  ///< `bytes` are an SVG that is to be written as PNG
  bool prints = false;   ///< to be printed as PDF too, under `pdf_name` beside it
};

/// The PDF of a collection of cases, beside its page; and what stands on the page where its number
/// of sheets and its size are to be told.
inline constexpr std::string_view pdf_name = "collection.pdf", pdf_mark = "<!--pdf-->";

struct CompiledPage;

/// Addresses below the site of what the page for comparing loads: its styles, the script that makes
/// it, and when a chart comes into view Vega and the charts' dataflows.
struct ExplorerAssets {
  std::string style, page, charts, dataflows;
  std::string at{};  ///< of that page itself; empty where there is none
};

/// A chart that others may put into their pages.
struct EmbeddedChart {
  std::string path;   ///< of its own page: `embed/RATE/map-RATE.html`
  std::string title;  ///< of the chart
  std::string html;   ///< the figure with its source
};

/// A case or a model project as lists show it.
struct CaseEntry {
  std::string path;  ///< cases/noheji/
  std::string title, summary, place;
  Text fact;  ///< HTML
  int area = Areas::none;
  int order = 0;
  bool planned = false, is_project = false;
  const GoodPractice* practice = nullptr;  ///< of a case that says what it is about
  const CompiledPage* page = nullptr;
};

/// One page while it is rendered.
struct Context {
  const Book& book;
  const std::vector<CaseEntry>& cases;           ///< projects too; by order, then path
  const std::vector<Duty>& duties;               ///< of all programmes with a clause
  const std::unordered_set<std::string>& pages;  ///< addresses of all pages of the site
  const Templates& templates;
  std::string path;  ///< of the page's folder, `areas/31/`; empty on the top page
  std::string root;  ///< back to the top of the pages of this language: `../../`, `./`
  std::string top;   ///< back to the top of the site, where what all languages share lies; may be
                     ///< empty where that is `root`
  int area = Areas::none;                   ///< what the page is about
  int indicator = -1;                       ///< on indicator pages
  const ReleaseChanges* release = nullptr;  ///< on pages of releases
  std::string search_script{};              ///< address of the search below the site
  ExplorerAssets explorer{};
  const CaseTag* tag = nullptr;  ///< on pages of cases by theme, technology, service or area
  bool has_evidence = false;     ///< an evidence block stands on this page
  std::vector<EmbeddedChart> embedded{};  ///< charts of the page that stand alone too
  std::vector<SiteFile> files{};          ///< what lies beside the page: chart specifications
  std::set<const Correction*> told{};     ///< corrections that blocks have told of
  std::set<std::string> shown_parts{};    ///< of the model project that the page is about
  std::vector<std::string> anchors{};     ///< ids that blocks gave to places on the page
  bool is_collected = false;              ///< stands in the collection of cases
  std::string offered{};                  ///< JSON-LD of the figures that the page offers
  int credits = 0;                        ///< how many credit lines stand on the page
  bool prints = false;                    ///< the page is one to be printed as PDF
  const std::vector<std::string>* chart_files =
      nullptr;  ///< what the block wants beside its charts

  /// What a case listed on this page is shown in: about its own area, and with its own links.
  Context of_case(const CaseEntry& entry) const;
  /// Whether `id` was still free on the page; it is taken then.
  bool first(const std::string& id);
  /// The page's area; where it is about none the nation, or the publication's prefecture.
  int whole() const { return area == Areas::none ? book.home : area; }
  /// The indicator that a block names, or the page's own where it names none (-1).
  int meant(int named) const { return named >= 0 ? named : indicator; }
  /// A relative address of a page, or of a file that all languages share.
  std::string link(const std::string& to) const { return root_of(to) + to; }
  /// Where the path begins: at the top of this language's pages, or of the site.
  const std::string& root_of(const std::string& to) const;
  /// The same for a page (perhaps with an anchor); empty where the publication has no such page.
  std::string page_link(const std::string& to) const;
  bool is_page(const std::string& to) const;
  std::string area_link(int id) const { return page_link(book.areas.path(id)); }
  std::string indicator_link(int id) const {
    return page_link("indicators/" + book.indicator(id).id + '/');
  }
  /// 「利用申請率の表」 for a region that scrolls; with a number where the page has it already,
  /// since two of one name could not be told apart.
  std::string region_label(const std::string& title);
  /// The label, with a number where the page has it already.
  std::string unique_label(const std::string& plain);
  /// Where the computation of the indicator's figures is shown; empty where it is not.
  std::string evidence_link(int id) const { return evidence_at(indicator_link(id)); }
  /// The same by what indicator_link() says.
  std::string evidence_at(const std::string& indicator_page) const;
  /// The indicator's newest figure for the page's area, or the nation's where it has none there.
  Figure figure(int id, const std::string& part = {}) const;
  /// Fills HTML text; `subject` is meant by placeholders that name no indicator. Sentences about a
  /// figure of which there is nothing to say are left out (whole_sentences.h).
  std::string html(const Text& text, const Figure* subject = nullptr) const;
  /// The same, also of words without a stop: of a card, of a row.
  std::string said_html(const Text& text, const Figure* subject = nullptr) const;
  /// Fills plain text, as html() does.
  std::string plain(const Text& text, const Figure* subject = nullptr) const;
};

/// Reports placeholders that name nothing on pages made for `each`. `subject` tells whether a bare
/// field is understood.
void check_placeholders(const Book& book, const Text& text, bool subject, Each each,
                        Findings& findings);

}  // namespace yokoten
