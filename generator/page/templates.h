#pragma once

#include <map>
#include <string>

#include "model/finding.h"
#include "page/view.h"

namespace yokoten {

/// The texts of `templates/layouts` and `templates/partials`, checked and with their partials and
/// words put in: kainjow would leave out silently what it does not know.
class TemplateTexts {
 public:
  /// `files`: path below templates/ → bytes. `words`: `page.skip` → text.
  TemplateTexts(const std::map<std::string, std::string>& files,
                const std::map<std::string, std::string>& words, Findings& findings);

  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  std::string expanded(const std::string& path, const std::map<std::string, std::string>& files,
                       int depth, Findings& findings) const;

  std::map<std::string, std::string> texts_;  // name (`cards`, `page`) → template
};

/// Compiled templates. Rendering keeps state inside, so every thread has its own.
class Templates {
 public:
  explicit Templates(const TemplateTexts& texts);

  /// The template `name` filled with `view`. The name is one that the program knows to exist.
  std::string filled(const std::string& name, const View& view);

 private:
  std::map<std::string, kainjow::mustache::mustache> compiled_;
};

}  // namespace yokoten
