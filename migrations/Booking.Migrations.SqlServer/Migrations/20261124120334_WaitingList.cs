using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true);

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
                unique: true,
                filter: "[OpenFor] IS NOT NULL");

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
