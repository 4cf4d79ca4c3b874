#pragma once

#include <optional>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What a publication says in another language; its figures are the same.
struct TranslatedEdition {
  Publication publication;
  Areas areas;
};

/// A publication with everything that was read and measured for it.
struct Examined {
  Publication publication;
  Areas areas;
  Measured measured;
  std::optional<TranslatedEdition> translated{};  ///< where `language` names another one
};

}  // namespace yokoten
