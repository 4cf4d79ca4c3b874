#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "read/xml_reader.h"

namespace yokoten {

/// Appends `text` to `into` with escapes such as `_x000D_` put back; those of NUL and of half a
/// surrogate pair stay as they are.
void append_unescaped(std::string& into, std::string_view text);

/// Collects the text of `<si>` or `<is>`: runs joined, ruby (`rPh`) left out, blanks at both ends
/// only where xml:space preserves them.
class XlsxText {
 public:
  /// Begins anew; `preserves` as xml:space of the elements around says.
  void begin(bool preserves);
  /// Elements inside of `<si>`.
  void start(const XmlName& name, const XmlAttributes& attributes);
  void end();
  void add(std::string_view part);

  std::string_view text() const { return text_; }
  /// Bytes so far, of an unfinished `<t>` too.
  std::size_t size() const { return text_.size() + part_.size(); }
  bool has_ruby() const { return ruby_; }

 private:
  std::string text_, part_;
  bool around_preserves_ = false, preserves_ = false, ruby_ = false;
  int ruby_depth_ = 0, text_depth_ = 0;  // elements open inside of them
};

/// Whether xml:space of an element says so; `inherited` when it says nothing.
bool preserves_space(const XmlAttributes& attributes, bool inherited);

/// Whether a boolean attribute is there and says yes.
bool is_true(std::optional<std::string_view> text);

}  // namespace yokoten
