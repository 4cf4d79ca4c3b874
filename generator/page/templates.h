#pragma once

#include <map>
#include <string>

#include "model/finding.h"
#include "page/template_program.h"

namespace yokoten {

/// A circle of partials ends here.
inline constexpr int kDeepestPartial = 8;

/// The texts of `templates/layouts` and `templates/partials`, checked, with their partials and
/// words put in, and taken apart.
class TemplateTexts {
 public:
  /// `files`: path below templates/ → bytes. `words`: `page.skip` → text.
  TemplateTexts(const std::map<std::string, std::string>& files,
                const std::map<std::string, std::string>& words, Findings& findings);

  const std::map<std::string, TemplateProgram>& programs() const { return programs_; }

 private:
  std::string expanded(const std::string& path, const std::map<std::string, std::string>& files,
                       int depth, Findings& findings) const;

  std::map<std::string, TemplateProgram> programs_;  // by name (`cards`, `page`)
};

/// The templates of a site, for one thread: each has its own.
class Templates {
 public:
  explicit Templates(const TemplateTexts& texts) : programs_(texts.programs()) {}

  /// The template `name` filled with `view`. The name is one that the program knows to exist.
  std::string filled(const std::string& name, const View& view) const {
    return programs_.at(name).rendered(view);
  }

 private:
  mutable std::map<std::string, TemplateProgram> programs_;  ///< they learn
};

}  // namespace yokoten
