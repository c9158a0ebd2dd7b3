using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Texts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Due",
                table: "Messages");

            migrationBuilder.AddColumn<DateTime>(
                name: "AwaySince",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CountedFrom",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EmailsPausedSince",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EmailsProbeAt",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "OverdueUntil",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SentElsewhere",
                table: "SendingStatus",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SentInHour",
                table: "SendingStatus",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoppedBy",
                table: "SendingStatus",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StoppedWhy",
                table: "SendingStatus",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TooManyAt",
                table: "SendingStatus",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ToldBy",
                table: "Patients",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "After_ToldBy",
                table: "PatientMerges",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Before_ToldBy",
                table: "PatientMerges",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "MovedPlaces",
                table: "PatientMerges",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "Messages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "Messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Channel",
                table: "Messages",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "EarlierParts",
                table: "Messages",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "EmailGoesInstead",
                table: "Messages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "EntryId",
                table: "Messages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Expires",
                table: "Messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Key",
                table: "Messages",
                type: "varchar(60)",
                unicode: false,
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PatientId",
                table: "Messages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Said",
                table: "Messages",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenToAt",
                table: "Messages",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SeenToBy",
                table: "Messages",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Messages",
                type: "nvarchar(306)",
                maxLength: 306,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FollowsUpMissed",
                table: "BookingRules",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "OfferMinutes",
                table: "BookingRules",
                type: "int",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<int>(
                name: "OffersAtOnce",
                table: "BookingRules",
                type: "int",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<int>(
                name: "PencePerPart",
                table: "BookingRules",
                type: "int",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.AddColumn<int>(
                name: "TextsAnHour",
                table: "BookingRules",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WentOut",
                table: "AppointmentLinks",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "AppointmentEvents",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "AppointmentEvents",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "FreedDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreedDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sid = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1600)", maxLength: 1600, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PatientId = table.Column<int>(type: "int", nullable: true),
                    AppointmentId = table.Column<int>(type: "int", nullable: true),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(306)", maxLength: 306, nullable: true),
                    AnswerParts = table.Column<int>(type: "int", nullable: false),
                    HandledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HandledBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceivedTexts_Appointments_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReceivedTexts_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderLeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RulesId = table.Column<int>(type: "int", nullable: false),
                    HoursBefore = table.Column<int>(type: "int", nullable: false),
                    TreatmentId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderLeads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderLeads_BookingRules_RulesId",
                        column: x => x.RulesId,
                        principalTable: "BookingRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReminderLeads_Treatments_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TelephoneDays",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Links = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TelephoneDays", x => new { x.Key, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => new { x.Kind, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "WaitingEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PatientId = table.Column<int>(type: "int", nullable: false),
                    JoinedAs = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    TreatmentId = table.Column<int>(type: "int", nullable: false),
                    AppointmentId = table.Column<int>(type: "int", nullable: true),
                    OnlyFound = table.Column<bool>(type: "bit", nullable: false),
                    With = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Days = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RedFlagVersion = table.Column<int>(type: "int", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WaitingEntries_Appointments_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WaitingEntries_Patients_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WaitingEntries_Treatments_TreatmentId",
                        column: x => x.TreatmentId,
                        principalTable: "Treatments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryId = table.Column<int>(type: "int", nullable: false),
                    OpenFor = table.Column<int>(type: "int", nullable: true),
                    HoldId = table.Column<int>(type: "int", nullable: false),
                    PractitionerId = table.Column<int>(type: "int", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Start = table.Column<TimeOnly>(type: "time", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Expires = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    MessageId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offers_Practitioners_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offers_WaitingEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "WaitingEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WaitingEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WaitingEvents_WaitingEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "WaitingEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WaitingLinks",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    EntryId = table.Column<int>(type: "int", nullable: true),
                    MessageId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaitingLinks", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_WaitingLinks_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WaitingLinks_WaitingEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "WaitingEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AnsweredAt",
                table: "Messages",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version_HoursBefore_Channel",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version", "HoursBefore", "Channel" },
                unique: true,
                filter: "[AppointmentId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Due_State",
                table: "Messages",
                columns: new[] { "Due", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_EntryId",
                table: "Messages",
                column: "EntryId",
                filter: "EntryId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Key_Channel",
                table: "Messages",
                columns: new[] { "Key", "Channel" },
                unique: true,
                filter: "[Key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_PatientId",
                table: "Messages",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_StartsAt",
                table: "Messages",
                columns: new[] { "State", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_State_TriedAt_Parts_EarlierParts_Channel",
                table: "Messages",
                columns: new[] { "State", "TriedAt", "Parts", "EarlierParts", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_FreedDays_Date",
                table: "FreedDays",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_EntryId_Date_Start",
                table: "Offers",
                columns: new[] { "EntryId", "Date", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_HoldId",
                table: "Offers",
                column: "HoldId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_MadeAt",
                table: "Offers",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_MessageId",
                table: "Offers",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_OpenFor",
                table: "Offers",
                column: "OpenFor",
                unique: true,
                filter: "[OpenFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_PractitionerId",
                table: "Offers",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_AppointmentId",
                table: "ReceivedTexts",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_At_AnswerParts",
                table: "ReceivedTexts",
                columns: new[] { "At", "AnswerParts" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_From_At",
                table: "ReceivedTexts",
                columns: new[] { "From", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_HandledAt",
                table: "ReceivedTexts",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_PatientId_HandledAt",
                table: "ReceivedTexts",
                columns: new[] { "PatientId", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_Sid",
                table: "ReceivedTexts",
                column: "Sid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReminderLeads_RulesId",
                table: "ReminderLeads",
                column: "RulesId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderLeads_TreatmentId",
                table: "ReminderLeads",
                column: "TreatmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TelephoneDays_Day",
                table: "TelephoneDays",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_AppointmentId",
                table: "WaitingEntries",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_EndedAt",
                table: "WaitingEntries",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_PatientId_TreatmentId",
                table: "WaitingEntries",
                columns: new[] { "PatientId", "TreatmentId" },
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEntries_TreatmentId",
                table: "WaitingEntries",
                column: "TreatmentId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingEvents_EntryId",
                table: "WaitingEvents",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingLinks_EntryId",
                table: "WaitingLinks",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_WaitingLinks_MessageId",
                table: "WaitingLinks",
                column: "MessageId");

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages",
                column: "PatientId",
                principalTable: "Patients",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Messages_WaitingEntries_EntryId",
                table: "Messages",
                column: "EntryId",
                principalTable: "WaitingEntries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Messages_Patients_PatientId",
                table: "Messages");

            migrationBuilder.DropForeignKey(
                name: "FK_Messages_WaitingEntries_EntryId",
                table: "Messages");

            migrationBuilder.DropTable(
                name: "FreedDays");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "ReceivedTexts");

            migrationBuilder.DropTable(
                name: "ReminderLeads");

            migrationBuilder.DropTable(
                name: "TelephoneDays");

            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropTable(
                name: "WaitingEvents");

            migrationBuilder.DropTable(
                name: "WaitingLinks");

            migrationBuilder.DropTable(
                name: "WaitingEntries");

            migrationBuilder.DropIndex(
                name: "IX_Messages_AnsweredAt",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_AppointmentId_Kind_Version_HoursBefore_Channel",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Due_State",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_EntryId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_Key_Channel",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_PatientId",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_State_StartsAt",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_State_TriedAt_Parts_EarlierParts_Channel",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AwaySince",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "CountedFrom",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "EmailsPausedSince",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "EmailsProbeAt",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "OverdueUntil",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "SentElsewhere",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "SentInHour",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedAt",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedBy",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "StoppedWhy",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "TooManyAt",
                table: "SendingStatus");

            migrationBuilder.DropColumn(
                name: "ToldBy",
                table: "Patients");

            migrationBuilder.DropColumn(
                name: "After_ToldBy",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "Before_ToldBy",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "MovedPlaces",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EarlierParts",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EmailGoesInstead",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PatientId",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Said",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "SeenToAt",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "SeenToBy",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "FollowsUpMissed",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "OfferMinutes",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "OffersAtOnce",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "PencePerPart",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "TextsAnHour",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "WentOut",
                table: "AppointmentLinks");

            migrationBuilder.AlterColumn<int>(
                name: "AppointmentId",
                table: "Messages",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "To",
                table: "AppointmentEvents",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(500)",
                oldMaxLength: 500,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "AppointmentEvents",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(500)",
                oldMaxLength: 500,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_AppointmentId_Kind_Version",
                table: "Messages",
                columns: new[] { "AppointmentId", "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_Due",
                table: "Messages",
                column: "Due");
        }
    }
}
