#include <fmt/format.h>

#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/wording.h"
#include "page/written_spec.h"

namespace yokoten {
namespace {

/// The areas whose newest figures are the data of a chart.
struct SpecData {
  int indicator = -1;  // -1: the page's own
  AreaLevel level = AreaLevel::prefecture;
  bool own_prefecture = false;
};

std::string written_json(const SpecJson& json) {
  return json.dump(-1, ' ', false, SpecJson::error_handler_t::replace);
}

/// A chart by the publication's own Vega-Lite specification.
class VegaLite final : public Block {
 public:
  explicit VegaLite(Options& options)
      : caption_(options.plain("caption", false)),
        description_(options.plain("description", false)),
        source_(options.plain("source", false)),
        as_of_(options.plain("as_of", false)) {
    options.toml().require("caption").require("description");
    const TomlNode* data = options.toml().take("data", TomlNode::Kind::table);
    if (data != nullptr) {
      Options inner = options.inside("data", *data);
      read_data(inner);
    }
    take_spec(options);
    if (data == nullptr) options.toml().require("source");
    if (!spec_.is_null()) check(options);
  }

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    if (spec_.is_null()) return {};
    ChartFrame frame;
    if (data_) {
      const Figure figure = newest_figure(context.book, context.meant(data_->indicator),
                                          level_area(context.book, context));
      frame = frame_of(context, figure, {});
    }
    frame.title = context.plain(caption_);
    frame.unit_line = data_ ? context.book.indicator(context.meant(data_->indicator)).unit : "";
    if (!as_of_.empty()) frame.as_of = context.plain(as_of_);
    if (!source_.empty()) frame.source = context.plain(source_);
    ChartRequest request;
    request.kind = ChartKind::written;
    request.id = "chart";
    request.title = frame.title;
    request.description = context.plain(description_);
    SpecJson spec = spec_;
    request.given_data = data_.has_value();
    if (data_) put_figures(context, spec, frame);
    request.spec = written_json(spec);
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  void read_data(Options& options) {
    SpecData data;
    data.indicator = options.required_indicator();
    if (options.word("level", {"prefecture", "municipality"}) == "municipality")
      data.level = AreaLevel::municipality;
    data.own_prefecture = !options.word("within", {"", "prefecture"}).empty();
    data_ = data;
  }

  // The text under `spec`, or that of the file; exactly one of them.
  void take_spec(Options& options) {
    const std::string inline_text = options.toml().text("spec");
    const std::string file = options.toml().text("file");
    if (inline_text.empty() == file.empty()) {
      report_error(options.findings(), options.toml().place(), "chart.spec",
                   {"図の定義を spec か file のどちらか1つに書いてください",
                    "the specification stands under spec or in a file, one of them"});
      return;
    }
    if (!inline_text.empty()) {
      written_ = {inline_text, options.text_start("spec")};
    } else {
      const auto& charts = options.book().publication.charts;
      const auto found = charts.find(file);
      if (found == charts.end()) {
        std::vector<std::string> known;
        for (const auto& [path, text] : charts) known.push_back(path);
        report_error(options.findings(), options.toml().place("file"), "chart.file",
                     with_nearest({file + " はありません。発行物の charts/ に置いてください",
                                   "there is no " + file + "; put it into the folder charts/"},
                                  file, known));
        return;
      }
      written_ = {found->second, {options.book().publication.folder + '/' + file, 1, 1}};
    }
    if (auto spec = parsed_spec(written_, options.findings())) spec_ = std::move(*spec);
  }

  // Draws it once for everything that pages may put in, so that no page is built with a hole.
  void check(Options& options) {
    if (data_ && spec_.is_object() && spec_.contains("data")) {
      report_error(options.findings(), spec_place(written_, "/data"), "chart.data",
                   {"data に指標を書いたときは、図の定義に data を書きません",
                    "the options name the data; the specification itself has none then"});
      spec_ = nullptr;
      return;
    }
    const Book& book = options.book();
    std::vector<int> indicators{data_ ? data_->indicator : -1};
    if (data_ && data_->indicator < 0) {
      if (!options.on_indicator_page()) return;
      indicators.clear();
      for (int id = 0; id < static_cast<int>(book.publication.indicators.size()); ++id)
        indicators.push_back(id);
    }
    for (const int id : indicators)
      if (!is_drawn(options, id)) {
        spec_ = nullptr;
        return;
      }
  }

  bool is_drawn(Options& options, int id) const {
    const Book& book = options.book();
    std::vector<int> scopes{Areas::nation};
    if (data_ && data_->own_prefecture) {
      const auto all = book.areas.prefectures();
      scopes.assign(all.begin(), all.end());
    }
    for (const int scope : scopes) {
      ChartRequest request;
      request.kind = ChartKind::written;
      request.id = "chart";
      SpecJson spec = spec_;
      if (data_)
        spec["data"] = SpecJson{{"values", rows(book, areas(book, scope), id, Areas::none)}};
      request.spec = written_json(spec);
      const Drawing drawing = book.draw(request);
      if (!drawing.problem) continue;
      const DrawingProblem& problem = *drawing.problem;
      const Message where{problem.pointer.empty() ? "" : problem.pointer + ": ",
                          problem.pointer.empty() ? "" : problem.pointer + ": "};
      report_error(options.findings(), spec_place(written_, problem.pointer), "chart.spec",
                   {where.ja + problem.message.ja, where.en + problem.message.en});
      return false;
    }
    return true;
  }

  int level_area(const Book& book, const Context& context) const {
    const int area = context.whole();
    if (book.areas.at(area).level == data_->level) return area;
    const auto& known = figures_of_level(book, context.meant(data_->indicator), data_->level);
    return known.empty() ? area : known.front().area;
  }

  // Areas of the level that the publication is about, within the prefecture of `scope` if asked.
  std::vector<int> areas(const Book& book, int scope) const {
    std::vector<int> found;
    for (int area = 0; area < book.areas.size(); ++area) {
      if (book.areas.at(area).level != data_->level) continue;
      if (!book.is_about(area) && data_->level == AreaLevel::municipality) continue;
      if (data_->own_prefecture &&
          book.areas.prefecture_of(area) != book.areas.prefecture_of(scope))
        continue;
      found.push_back(area);
    }
    return found;
  }

  static std::vector<Figure> newest_figures(const Book& book, const std::vector<int>& areas,
                                            int id) {
    std::vector<Figure> figures;
    for (const int area : areas) figures.push_back(newest_figure(book, id, area));
    std::erase_if(figures, [](const Figure& each) { return each.observation == nullptr; });
    return figures;
  }

  static std::string said(const Book& book, const Figure& figure, bool is_plan) {
    if (!figure.has_value()) return missing_text(book, figure);
    const std::string number = number_text(book, figure);
    return is_plan ? planned_title(book, figure, number) : number;
  }

  // What is hidden or missing is null, with the word for it: no more than pages show; so is a plan
  // beside what is known.
  static SpecJson rows(const Book& book, const std::vector<int>& areas, int id, int own) {
    SpecJson made = SpecJson::array();
    const std::vector<Figure> figures = newest_figures(book, areas, id);
    for (const Figure& figure : figures) {
      const int area = figure.area;
      const Area& place = book.areas.at(area);
      const bool is_plan = is_plan_among(figure, figures);
      const auto shown = is_plan ? std::nullopt : shown_value(book, figure);
      made.push_back({{"code", place.code},
                      {"area", place.name},
                      {"prefecture", book.areas.at(book.areas.prefecture_of(area)).name},
                      {"value", shown ? SpecJson(to_double(*shown)) : SpecJson()},
                      {"label", said(book, figure, is_plan)},
                      {"own", area == own}});
    }
    return made;
  }

  void put_figures(const Context& context, SpecJson& spec, ChartFrame& frame) const {
    const Book& book = context.book;
    const int id = context.meant(data_->indicator);
    const std::vector<int> shown = areas(book, context.whole());
    spec["data"] = SpecJson{{"values", rows(book, shown, id, context.area)}};
    const bool municipal = data_->level == AreaLevel::municipality;
    const bool named = municipal && book.home == Areas::nation;
    frame.head = {book.word(municipal ? "label.municipality" : "label.prefecture")};
    if (named) frame.head.push_back(book.word("label.prefecture"));
    frame.head.push_back(titled_unit(book, short_title(book, id), book.indicator(id).unit));
    const std::vector<Figure> figures = newest_figures(book, shown, id);
    for (const Figure& figure : figures) {
      const int area = figure.area;
      const bool own = area == context.area;
      NumberRow row{book.areas.at(area).name, own ? "" : context.area_link(area), {}, own};
      if (named) row.cells.push_back(book.areas.at(book.areas.prefecture_of(area)).name);
      row.cells.push_back(said(book, figure, is_plan_among(figure, figures)));
      frame.rows.push_back(std::move(row));
    }
  }

  Text caption_, description_, source_, as_of_;
  std::optional<SpecData> data_;
  WrittenSpec written_;
  SpecJson spec_;  // null where it can't be drawn
};

}  // namespace

std::unique_ptr<Block> make_vega_lite(Options& options) {
  return std::make_unique<VegaLite>(options);
}

}  // namespace yokoten
