// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/story/problem.h"

#include <QCoreApplication>
#include <QStringList>

namespace quoteline::model {

QString toText(const Problem& problem) {
    QStringList where;
    if (problem.line)
        where += QCoreApplication::translate("model", "line %1").arg(*problem.line);
    if (!problem.path.isEmpty())
        where += problem.path;
    QString text = where.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text += QStringLiteral(": ");
    text += problem.what;
    if (!problem.remedy.isEmpty())
        text += QStringLiteral(". ") + problem.remedy;
    return text;
}

} // namespace quoteline::model
