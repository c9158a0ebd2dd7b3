using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MovedPlaces",
                table: "PatientMerges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OfferMinutes",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<int>(
                name: "OffersAtOnce",
                table: "BookingRules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.CreateTable(
                name: "WaitingEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientId = table.Column<int>(type: "INTEGER", nullable: false),
                    JoinedAs = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TreatmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    AppointmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    With = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Days = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RedFlagVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenFor = table.Column<int>(type: "INTEGER", nullable: true),
                    HoldId = table.Column<int>(type: "INTEGER", nullable: false),
                    PractitionerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Expires = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: true)
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
                name: "IX_Offers_EntryId_Date_Start",
                table: "Offers",
                columns: new[] { "EntryId", "Date", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_HoldId",
                table: "Offers",
                column: "HoldId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_MessageId",
                table: "Offers",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_OpenFor",
                table: "Offers",
                column: "OpenFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_PractitionerId",
                table: "Offers",
                column: "PractitionerId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "WaitingEvents");

            migrationBuilder.DropTable(
                name: "WaitingLinks");

            migrationBuilder.DropTable(
                name: "WaitingEntries");

            migrationBuilder.DropColumn(
                name: "MovedPlaces",
                table: "PatientMerges");

            migrationBuilder.DropColumn(
                name: "OfferMinutes",
                table: "BookingRules");

            migrationBuilder.DropColumn(
                name: "OffersAtOnce",
                table: "BookingRules");
        }
    }
}
