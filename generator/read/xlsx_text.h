#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/run_marks.h"
#include "read/xml_reader.h"

namespace yokoten {

/// Appends `text` to `into` with escapes such as `_x000D_` put back; those of NUL and of half a
/// surrogate pair stay as they are.
void append_unescaped(std::string& into, std::string_view text);

/// Collects the text of `<si>` or `<is>`: runs joined, ruby (`rPh`) left out, blanks at both ends
/// only where xml:space preserves them. Raised and struck-out runs are set apart (run_marks.h).
class XlsxText {
 public:
  /// Begins anew; `preserves` as xml:space of the elements around says.
  void begin(bool preserves);
  /// Elements inside of `<si>`.
  void start(const XmlName& name, const XmlAttributes& attributes);
  void end();
  void add(std::string_view part);
  /// Once all of it was read.
  void finish();

  std::string_view text() const { return text_; }
  /// Bytes so far, of an unfinished `<t>` too.
  std::size_t size() const { return text_.size() + part_.size(); }
  bool has_ruby() const { return ruby_; }
  bool is_struck() const { return has_struck(runs_); }

 private:
  void take_look(const XmlName& name, const XmlAttributes& attributes);
  void keep_part();

  std::string text_, part_;
  RunLook look_;  // of the run that is read
  std::vector<MarkedRun> runs_;
  bool around_preserves_ = false, preserves_ = false, ruby_ = false;
  int ruby_depth_ = 0, text_depth_ = 0;  // elements open inside of them
};

/// Whether xml:space of an element says so; `inherited` when it says nothing.
bool preserves_space(const XmlAttributes& attributes, bool inherited);

/// Whether a boolean attribute is there and says yes.
bool is_true(std::optional<std::string_view> text);

/// Whether an element such as `<strike/>` turns something on, as it does without `val`.
bool is_on(const XmlAttributes& attributes);

}  // namespace yokoten
