// SPDX-License-Identifier: GPL-3.0-or-later
// The choices for a picture: what can be chosen, how the dialog shows it, and what is remembered.
#include "app/window/picture/picture_settings.h"
#include "tests/window/picture/picture_visit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QScreen>
#include <gtest/gtest.h>

using namespace quoteline;
using test::chooseFormat;
using test::dialogOf;
using test::PictureVisit;
using test::ShownWindow;
using ui::PictureDialog;
using ui::PictureFormat;

TEST(PictureForm, WhatAKindOfPictureHasNoUseForCannotBeChosen) {
    const auto dialog = dialogOf(ShownWindow().controller().view(), {});
    const auto widget = [&](const QString& words) -> QCheckBox* {
        for (auto* box : dialog->findChildren<QCheckBox*>())
            if (box->text().contains(words))
                return box;
        return nullptr;
    };
    EXPECT_FALSE(widget(QStringLiteral("links that no source"))->isEnabled());
    dialog->form().evidence().setChecked(true);
    EXPECT_TRUE(widget(QStringLiteral("links that no source"))->isEnabled());
    EXPECT_TRUE(dialog->form().story().isEnabled());
    chooseFormat(*dialog, PictureFormat::Pdf);
    EXPECT_FALSE(dialog->form().story().isEnabled());
}

TEST(PictureForm, PaperAndPixelsKeepTheirOwnSizes) {
    const auto dialog = dialogOf(ShownWindow().controller().view(), {});
    const QSize usual = ui::PictureRequest().size;
    chooseFormat(*dialog, PictureFormat::Pdf);
    EXPECT_EQ(dialog->spec().paper, ui::Paper::A4) << "what most printers have";
    EXPECT_TRUE(dialog->spec().allRows) << "there are pages";
    dialog->form().sizes().setCurrentIndex(1);
    chooseFormat(*dialog, PictureFormat::Svg);
    EXPECT_FALSE(dialog->spec().paper);
    EXPECT_FALSE(dialog->spec().allRows);
    EXPECT_EQ(dialog->spec().size, usual);
    ui::PictureRequest odd;
    odd.size = QSize(1234, 567);
    dialog->form().setRoom(odd);
    chooseFormat(*dialog, PictureFormat::Png);
    EXPECT_EQ(dialog->spec().size, odd.size);
    chooseFormat(*dialog, PictureFormat::Pdf);
    EXPECT_EQ(dialog->spec().paper, ui::Paper::A3);
    dialog->form().rows().setChecked(false);
    chooseFormat(*dialog, PictureFormat::Png);
    EXPECT_FALSE(dialog->spec().paper);
    EXPECT_EQ(dialog->spec().size, odd.size);
}

TEST(PictureForm, TheDialogFitsTheScreenWhateverTheSizeOfItsText) {
    const layout::StoryView view(ShownWindow().controller().view());
    const QFont usual = QApplication::font();
    for (const double scale : {1.0, 1.5, 2.0}) {
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(font);
        const auto dialog = dialogOf(view, {});
        const QSize room = dialog->screen()->availableGeometry().size();
        EXPECT_LE(dialog->height(), room.height());
        EXPECT_LE(dialog->minimumSizeHint().height(), 700) << "of a screen of 1280 x 800";
        EXPECT_LE(dialog->minimumSizeHint().width(), 1280);
    }
    QApplication::setFont(usual);
}

TEST(PictureForm, TheDialogSaysThatDataMayBeStrippedAndThatAChecksumIsNoSignature) {
    const auto dialog = dialogOf(ShownWindow().controller().view(), {});
    QString words;
    for (const auto* label : dialog->findChildren<QLabel*>())
        words += label->text();
    EXPECT_TRUE(words.contains(QStringLiteral("strip")));
    EXPECT_TRUE(words.contains(QStringLiteral("no signature")));
}

TEST(PictureForm, NoTwoPartsOfTheDialogShareAKey) {
    const layout::StoryView view(test::crowdedStory(90));
    ui::PictureRequest small;
    small.size = QSize(500, 300);
    const auto dialog = dialogOf(view, small);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->enlargeButton().isVisible(); }, 60000));
    QMap<QString, QString> keys;
    const auto take = [&](const QString& words) {
        const QString key = QKeySequence::mnemonic(words).toString();
        if (key.isEmpty())
            return;
        EXPECT_FALSE(keys.contains(key)) << words.toStdString() << " and " << keys[key].toStdString();
        keys[key] = words;
    };
    for (const auto* label : dialog->findChildren<QLabel*>())
        if (label->buddy())
            take(label->text());
    for (const auto* button : dialog->findChildren<QAbstractButton*>())
        take(button->text());
    EXPECT_EQ(keys.size(), 12);
}

TEST(PictureForm, ChoicesAreRememberedWhenAPictureWasWritten) {
    QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.json"));
    ui::PictureRequest chosen;
    {
        ShownWindow window({1280, 800}, settings);
        PictureVisit visit;
        visit.name = window.path(QStringLiteral("a.svg"));
        visit.choose = [&](PictureDialog& dialog) {
            chooseFormat(dialog, PictureFormat::Svg);
            dialog.form().sizes().setCurrentIndex(1);
            dialog.form().evidence().setChecked(true);
            dialog.form().story().setChecked(false);
            chosen = dialog.spec();
        };
        test::exportPicture(window, visit);
        EXPECT_TRUE(visit.failures.isEmpty());
        window->close();
    }
    ShownWindow window({1280, 800}, settings);
    PictureVisit visit;
    visit.choose = [&](PictureDialog& dialog) { EXPECT_EQ(dialog.spec(), chosen); };
    test::exportPicture(window, visit);
    EXPECT_EQ(chosen.paper, ui::Paper::A3);
}

TEST(PictureSettings, ComeBackAsTheyWereAndNonsenseHasTheDefault) {
    ui::PictureRequest spec;
    spec.format = PictureFormat::Pdf;
    spec.size = QSize(4321, 1234);
    spec.paper = ui::Paper::A4;
    spec.scale = 3.125;
    spec.dark = true;
    spec.evidence = true;
    spec.readings = true;
    spec.carryStory = false;
    spec.author = QStringLiteral("A. N. Other");
    EXPECT_EQ(ui::pictureSpecOf(ui::pictureSettings(spec)), spec);
    EXPECT_EQ(ui::pictureSpecOf({}), ui::PictureRequest());
    const QByteArray nonsense = R"({"format":"exe","width":1e9,"height":-4,"scale":"x","dark":7,"evidence":[],
                                    "readings":{},"story":null,"author":5,"paper":"A0"})";
    EXPECT_EQ(ui::pictureSpecOf(QJsonDocument::fromJson(nonsense).object()), ui::PictureRequest());
}
