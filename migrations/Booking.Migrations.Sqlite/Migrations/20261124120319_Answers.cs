using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Booking.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Answer",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnsweredAt",
                table: "Messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReceivedTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Sid = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1600, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PatientId = table.Column<int>(type: "INTEGER", nullable: true),
                    AppointmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 306, nullable: true),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_AppointmentId",
                table: "ReceivedTexts",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_From_At",
                table: "ReceivedTexts",
                columns: new[] { "From", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_HandledAt",
                table: "ReceivedTexts",
                column: "HandledAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_PatientId",
                table: "ReceivedTexts",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedTexts_Sid",
                table: "ReceivedTexts",
                column: "Sid",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReceivedTexts");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Messages");
        }
    }
}
